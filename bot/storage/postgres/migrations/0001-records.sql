-- Names are kept beside their SHA-256: they may be longer than an index takes, and hold what a text cannot
-- (they are written as JSON strings without the quotes).

CREATE TABLE streams (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  digest bytea NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL,
  version integer NOT NULL,
  hash text NOT NULL
);
CREATE INDEX streams_by_kind ON streams (kind, id);

-- json and not jsonb: kept as it was written, lone surrogates and all.
CREATE TABLE events (
  stream_id bigint NOT NULL REFERENCES streams,
  version integer NOT NULL,
  event json NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (stream_id, version)
);

CREATE TABLE state (
  digest bytea PRIMARY KEY,
  key text NOT NULL,
  item json NOT NULL,
  etag text NOT NULL
);

-- "owner" is the process whose turn it is, as told by the advisory lock it holds while it lives.
CREATE TABLE pending_activities (
  digest bytea PRIMARY KEY,
  turn json NOT NULL,
  activity json NOT NULL,
  owner integer NOT NULL
);

CREATE TABLE agenda (
  digest bytea PRIMARY KEY,
  key text NOT NULL,
  due timestamptz NOT NULL,
  kind text NOT NULL,
  data json NOT NULL,
  attempts integer NOT NULL,
  token text NOT NULL,
  taken_by integer
);
CREATE INDEX agenda_by_due ON agenda (due);
