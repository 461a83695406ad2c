-- What the context of a request is sealed with: PostgreSQL keeps the last value of a sequence for each connection by itself,
-- and lets only who may UPDATE the sequence put it there. Nothing of it is written to the journal, and nothing secret
-- stands in a backup any more.
create unlogged sequence context_seal_1 minvalue -9223372036854775808;
create unlogged sequence context_seal_2 minvalue -9223372036854775808;
comment on sequence context_seal_1 is 'The seal of the context of the open transaction (database/policies/1_context.sql); its number means nothing to any other connection.';
comment on sequence context_seal_2 is 'The other half of the seal.';

-- The functions that asked for it go together with it; the policies are laid anew at this start.
drop table context_secret;

-- Who reaches the whole country reaches these provinces: a child stands in a place of today's map.
alter table child add check (province_id not like '%@');
