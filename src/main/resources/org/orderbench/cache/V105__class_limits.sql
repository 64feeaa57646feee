-- Where the ABC classes ended when the model was learned: with other limits it is learned anew.
alter table catalogue_model add column a_up_to double precision default 0.8 not null;
alter table catalogue_model add column b_up_to double precision default 0.95 not null;
