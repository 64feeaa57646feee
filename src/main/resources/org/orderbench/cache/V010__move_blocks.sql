-- Done moves without a purchase line are nearly all there is in a company's history. A row each costs more to store than to fetch, so they lie packed, by product.
-- Rows of stock_move are what is open, and receipts, which are looked up by their purchase line.
create table move_block (
    id              bigint primary key,                      -- product's id * 1000 + part: neighbouring products lie side by side
    product_id      int not null,
    moves           int not null,
    oldest          timestamp(0) with time zone not null,
    newest          timestamp(0) with time zone not null,
    body            varbinary not null                       -- MoveCodec
);
-- Pages as they came, in order of arrival.
create table stage_move_page (
    seq             bigint generated always as identity primary key,
    body            varbinary not null
);
-- What older versions kept as rows stays readable, and is replaced by the next sync, which reads done moves anew.
delete from sync_state where mirror = 'DONE_MOVE';
delete from stage_run;
drop index stock_move_planning;
create index stock_move_product on stock_move (product_id);
