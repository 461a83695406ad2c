-- What was found is shown by photos and files, as proof of a task is: told by content, scanned, pictures shown in a copy
-- without place and camera. Both sides of an inspection see them; the inspecting side alone brings them.

alter table inspection_finding add unique (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit);

create table finding_file_content (
  id uuid primary key,
  inspection_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  for_place_id text collate "C" not null,
  for_province_id text collate "C" not null,
  for_unit text collate "C" not null,
  bytes bytea not null check (octet_length(bytes) between 1 and 25000000)
);
alter table finding_file_content alter column bytes set storage external;
comment on table finding_file_content is 'Contents of files of findings: as received, and the copies that are shown. Under the same policies as the files.';

create table finding_file (
  id uuid primary key,
  finding_id uuid not null,
  inspection_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  for_place_id text collate "C" not null,
  for_province_id text collate "C" not null,
  for_unit text collate "C" not null,
  file_name text not null check (length(file_name) between 1 and 255),
  kind text not null check (kind in ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'jpeg', 'png', 'webp', 'heic', 'text', 'mp3', 'mp4', 'm4a')),
  byte_count integer not null check (byte_count > 0),
  sha256 bytea not null check (length(sha256) = 32),
  content_id uuid not null references finding_file_content,
  shown_id uuid references finding_file_content,
  scan text not null check (scan in ('waiting', 'clean', 'quarantined')),
  scanned_at timestamptz,
  scan_words text check (length(scan_words) <= 300),
  received_at timestamptz not null,
  received_by uuid not null references account,
  withdrawn_at timestamptz,
  foreign key (finding_id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit)
    references inspection_finding (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit)
);
comment on table finding_file is 'Tài liệu kèm phát hiện: a file that shows what was found. The same columns as proof, which tells of them.';
create index finding_file_of on finding_file (inspection_id, received_at);
create index finding_file_of_finding on finding_file (finding_id);

grant select, insert on finding_file, finding_file_content to mangnon_app;
grant update (scan, scanned_at, scan_words, withdrawn_at) on finding_file to mangnon_app;
