-- The one transport that the user allows (xmlrpc, jsonrpc, json2); null leaves the choice to Orderbench.
alter table connection add column transport varchar;
