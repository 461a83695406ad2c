-- Where one post reaches one commune, one province or the whole country, policies of children and cases compare numbers that
-- PostgreSQL keeps for each connection, in the way of the seal (0021): a hash for each statement costs as much as all else.
create unlogged sequence context_moment minvalue -9223372036854775808;
create unlogged sequence context_reach minvalue -9223372036854775808;
create unlogged sequence context_place minvalue -9223372036854775808;
comment on sequence context_moment is 'When the transaction began whose reach the other two tell (database/policies/1_context.sql).';
comment on sequence context_reach is 'What the one post of this person allows, a bit for each part of the context.';
comment on sequence context_place is 'The hash of the commune or province in which it allows that.';
