-- What is said in words when glass is broken and when that is judged is about a person: sealed under the key of the case.
-- The key lies outside the database, so what stands here already is sealed by the server at its next start, which empties
-- the plain column (server/src/cases/seal-old-words.ts). Nothing else writes there any more.
alter table broken_glass
  add column words_sealed bytea check (length(words_sealed) between 65 and 8192),
  add column review_words_sealed bytea check (length(review_words_sealed) between 46 and 8192),
  alter column words drop not null,
  add constraint broken_glass_words_once check (num_nonnulls(words, words_sealed) = 1),
  add constraint broken_glass_review_words_once check (num_nonnulls(review_words, review_words_sealed) <= 1);
comment on column broken_glass.words is 'From before words were sealed; empty after the next start.';
comment on column broken_glass.review_words is 'From before words were sealed; empty after the next start.';
comment on column broken_glass.words_sealed is 'Why, in words: twenty letters at least. Sealed under the key of the case; opened for who reviews it.';
comment on column broken_glass.review_words_sealed is 'What the reviewer says of it. Sealed under the key of the case.';
revoke update (review_words) on broken_glass from mangnon_app;
grant update (review_words_sealed) on broken_glass to mangnon_app;
drop function if exists app_break_glass(uuid, text, text);
