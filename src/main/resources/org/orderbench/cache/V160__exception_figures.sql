-- What an exception was made of, each figure with its source, as JSON; null where an older version kept none.
alter table plan_exception add column figures varchar;
