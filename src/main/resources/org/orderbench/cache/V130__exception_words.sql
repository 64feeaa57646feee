-- The sentence of an exception by its parts, to be said in the reader's language (JSON); null where an older version kept only the text.
alter table plan_exception add column said varchar;
