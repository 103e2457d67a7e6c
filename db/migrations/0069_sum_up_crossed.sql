CREATE TABLE "figure_days" (
	"campaign_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"source_id" integer NOT NULL,
	"constituency_code" text NOT NULL,
	"viewed" integer DEFAULT 0 NOT NULL,
	"found" integer DEFAULT 0 NOT NULL,
	"started" integer DEFAULT 0 NOT NULL,
	"submitted" integer DEFAULT 0 NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"by_writer" integer DEFAULT 0 NOT NULL,
	"opted_in" integer DEFAULT 0 NOT NULL,
	"unsubscribed" integer DEFAULT 0 NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"real_answer" integer DEFAULT 0 NOT NULL,
	"acknowledgement" integer DEFAULT 0 NOT NULL,
	"no_answer" integer DEFAULT 0 NOT NULL,
	"not_expected" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "figure_days_pk" PRIMARY KEY("campaign_id","hour","source_id","constituency_code")
);
--> statement-breakpoint
CREATE TABLE "figure_days_due" (
	"campaign_id" uuid NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "figure_days_due_pk" PRIMARY KEY("campaign_id","day")
);
--> statement-breakpoint
CREATE TABLE "figure_seat_hours" (
	"campaign_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"constituency_code" text NOT NULL,
	"viewed" integer DEFAULT 0 NOT NULL,
	"found" integer DEFAULT 0 NOT NULL,
	"started" integer DEFAULT 0 NOT NULL,
	"submitted" integer DEFAULT 0 NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"by_writer" integer DEFAULT 0 NOT NULL,
	"opted_in" integer DEFAULT 0 NOT NULL,
	"unsubscribed" integer DEFAULT 0 NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"real_answer" integer DEFAULT 0 NOT NULL,
	"acknowledgement" integer DEFAULT 0 NOT NULL,
	"no_answer" integer DEFAULT 0 NOT NULL,
	"not_expected" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "figure_seat_hours_pk" PRIMARY KEY("campaign_id","hour","constituency_code")
);
--> statement-breakpoint
ALTER TABLE "figure_sums" DROP CONSTRAINT "figure_sums_kind_known";--> statement-breakpoint
ALTER TABLE "figure_sums" ADD CONSTRAINT "figure_sums_kind_known" CHECK ("figure_sums"."kind" in ('all', 'seat', 'source', 'source-hour'));--> statement-breakpoint
-- No roll-up is under way while what it writes becomes more.
SELECT pg_advisory_xact_lock(hashtext('figures roll-up'));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION figure_hours_added() RETURNS trigger LANGUAGE plpgsql AS $$
-- `found` is a variable of its own here.
#variable_conflict use_column
BEGIN
  INSERT INTO figure_sums AS t (campaign_id, kind, hour, key, viewed, found, started, submitted, confirmed, accepted, delivered, bounced, failed, by_writer, opted_in, unsubscribed, asked, real_answer, acknowledgement, no_answer, not_expected)
  SELECT campaign_id, k.kind, k.hour, k.key, sum(sign * viewed), sum(sign * found), sum(sign * started), sum(sign * submitted), sum(sign * confirmed), sum(sign * accepted), sum(sign * delivered), sum(sign * bounced), sum(sign * failed), sum(sign * by_writer), sum(sign * opted_in), sum(sign * unsubscribed), sum(sign * asked), sum(sign * real_answer), sum(sign * acknowledgement), sum(sign * no_answer), sum(sign * not_expected)
  FROM (SELECT 1 AS sign, * FROM added) AS changed
  CROSS JOIN LATERAL (
    SELECT date_trunc('day', changed.hour AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London' AS day
  ) AS d
  CROSS JOIN LATERAL (VALUES
    ('all', changed.hour, ''), ('source-hour', changed.hour, changed.source_id::text),
    ('seat', d.day, changed.constituency_code), ('source', d.day, changed.source_id::text)
  ) AS k(kind, hour, key)
  GROUP BY campaign_id, k.kind, k.hour, k.key
  ON CONFLICT (campaign_id, kind, hour, key) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  INSERT INTO figure_seat_hours AS t (campaign_id, hour, constituency_code, viewed, found, started, submitted, confirmed, accepted, delivered, bounced, failed, by_writer, opted_in, unsubscribed, asked, real_answer, acknowledgement, no_answer, not_expected)
  SELECT campaign_id, hour, constituency_code, sum(sign * viewed), sum(sign * found), sum(sign * started), sum(sign * submitted), sum(sign * confirmed), sum(sign * accepted), sum(sign * delivered), sum(sign * bounced), sum(sign * failed), sum(sign * by_writer), sum(sign * opted_in), sum(sign * unsubscribed), sum(sign * asked), sum(sign * real_answer), sum(sign * acknowledgement), sum(sign * no_answer), sum(sign * not_expected)
  FROM (SELECT 1 AS sign, * FROM added) AS changed
  GROUP BY campaign_id, hour, constituency_code
  ON CONFLICT (campaign_id, hour, constituency_code) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  INSERT INTO figure_days AS t (campaign_id, hour, source_id, constituency_code, viewed, found, started, submitted, confirmed, accepted, delivered, bounced, failed, by_writer, opted_in, unsubscribed, asked, real_answer, acknowledgement, no_answer, not_expected)
  SELECT campaign_id, date_trunc('day', changed.hour AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London', source_id, constituency_code, sum(sign * viewed), sum(sign * found), sum(sign * started), sum(sign * submitted), sum(sign * confirmed), sum(sign * accepted), sum(sign * delivered), sum(sign * bounced), sum(sign * failed), sum(sign * by_writer), sum(sign * opted_in), sum(sign * unsubscribed), sum(sign * asked), sum(sign * real_answer), sum(sign * acknowledgement), sum(sign * no_answer), sum(sign * not_expected)
  FROM (SELECT 1 AS sign, * FROM added) AS changed
  GROUP BY 1, 2, 3, 4
  ON CONFLICT (campaign_id, hour, source_id, constituency_code) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION figure_hours_changed() RETURNS trigger LANGUAGE plpgsql AS $$
-- `found` is a variable of its own here.
#variable_conflict use_column
BEGIN
  INSERT INTO figure_sums AS t (campaign_id, kind, hour, key, viewed, found, started, submitted, confirmed, accepted, delivered, bounced, failed, by_writer, opted_in, unsubscribed, asked, real_answer, acknowledgement, no_answer, not_expected)
  SELECT campaign_id, k.kind, k.hour, k.key, sum(sign * viewed), sum(sign * found), sum(sign * started), sum(sign * submitted), sum(sign * confirmed), sum(sign * accepted), sum(sign * delivered), sum(sign * bounced), sum(sign * failed), sum(sign * by_writer), sum(sign * opted_in), sum(sign * unsubscribed), sum(sign * asked), sum(sign * real_answer), sum(sign * acknowledgement), sum(sign * no_answer), sum(sign * not_expected)
  FROM (SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM gone) AS changed
  CROSS JOIN LATERAL (
    SELECT date_trunc('day', changed.hour AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London' AS day
  ) AS d
  CROSS JOIN LATERAL (VALUES
    ('all', changed.hour, ''), ('source-hour', changed.hour, changed.source_id::text),
    ('seat', d.day, changed.constituency_code), ('source', d.day, changed.source_id::text)
  ) AS k(kind, hour, key)
  GROUP BY campaign_id, k.kind, k.hour, k.key
  ON CONFLICT (campaign_id, kind, hour, key) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  INSERT INTO figure_seat_hours AS t (campaign_id, hour, constituency_code, viewed, found, started, submitted, confirmed, accepted, delivered, bounced, failed, by_writer, opted_in, unsubscribed, asked, real_answer, acknowledgement, no_answer, not_expected)
  SELECT campaign_id, hour, constituency_code, sum(sign * viewed), sum(sign * found), sum(sign * started), sum(sign * submitted), sum(sign * confirmed), sum(sign * accepted), sum(sign * delivered), sum(sign * bounced), sum(sign * failed), sum(sign * by_writer), sum(sign * opted_in), sum(sign * unsubscribed), sum(sign * asked), sum(sign * real_answer), sum(sign * acknowledgement), sum(sign * no_answer), sum(sign * not_expected)
  FROM (SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM gone) AS changed
  GROUP BY campaign_id, hour, constituency_code
  ON CONFLICT (campaign_id, hour, constituency_code) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  INSERT INTO figure_days AS t (campaign_id, hour, source_id, constituency_code, viewed, found, started, submitted, confirmed, accepted, delivered, bounced, failed, by_writer, opted_in, unsubscribed, asked, real_answer, acknowledgement, no_answer, not_expected)
  SELECT campaign_id, date_trunc('day', changed.hour AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London', source_id, constituency_code, sum(sign * viewed), sum(sign * found), sum(sign * started), sum(sign * submitted), sum(sign * confirmed), sum(sign * accepted), sum(sign * delivered), sum(sign * bounced), sum(sign * failed), sum(sign * by_writer), sum(sign * opted_in), sum(sign * unsubscribed), sum(sign * asked), sum(sign * real_answer), sum(sign * acknowledgement), sum(sign * no_answer), sum(sign * not_expected)
  FROM (SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM gone) AS changed
  GROUP BY 1, 2, 3, 4
  ON CONFLICT (campaign_id, hour, source_id, constituency_code) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION figure_hours_gone() RETURNS trigger LANGUAGE plpgsql AS $$
-- `found` is a variable of its own here.
#variable_conflict use_column
BEGIN
  INSERT INTO figure_sums AS t (campaign_id, kind, hour, key, viewed, found, started, submitted, confirmed, accepted, delivered, bounced, failed, by_writer, opted_in, unsubscribed, asked, real_answer, acknowledgement, no_answer, not_expected)
  SELECT campaign_id, k.kind, k.hour, k.key, sum(sign * viewed), sum(sign * found), sum(sign * started), sum(sign * submitted), sum(sign * confirmed), sum(sign * accepted), sum(sign * delivered), sum(sign * bounced), sum(sign * failed), sum(sign * by_writer), sum(sign * opted_in), sum(sign * unsubscribed), sum(sign * asked), sum(sign * real_answer), sum(sign * acknowledgement), sum(sign * no_answer), sum(sign * not_expected)
  FROM (SELECT -1 AS sign, * FROM gone) AS changed
  CROSS JOIN LATERAL (
    SELECT date_trunc('day', changed.hour AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London' AS day
  ) AS d
  CROSS JOIN LATERAL (VALUES
    ('all', changed.hour, ''), ('source-hour', changed.hour, changed.source_id::text),
    ('seat', d.day, changed.constituency_code), ('source', d.day, changed.source_id::text)
  ) AS k(kind, hour, key)
  GROUP BY campaign_id, k.kind, k.hour, k.key
  ON CONFLICT (campaign_id, kind, hour, key) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  INSERT INTO figure_seat_hours AS t (campaign_id, hour, constituency_code, viewed, found, started, submitted, confirmed, accepted, delivered, bounced, failed, by_writer, opted_in, unsubscribed, asked, real_answer, acknowledgement, no_answer, not_expected)
  SELECT campaign_id, hour, constituency_code, sum(sign * viewed), sum(sign * found), sum(sign * started), sum(sign * submitted), sum(sign * confirmed), sum(sign * accepted), sum(sign * delivered), sum(sign * bounced), sum(sign * failed), sum(sign * by_writer), sum(sign * opted_in), sum(sign * unsubscribed), sum(sign * asked), sum(sign * real_answer), sum(sign * acknowledgement), sum(sign * no_answer), sum(sign * not_expected)
  FROM (SELECT -1 AS sign, * FROM gone) AS changed
  GROUP BY campaign_id, hour, constituency_code
  ON CONFLICT (campaign_id, hour, constituency_code) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  INSERT INTO figure_days AS t (campaign_id, hour, source_id, constituency_code, viewed, found, started, submitted, confirmed, accepted, delivered, bounced, failed, by_writer, opted_in, unsubscribed, asked, real_answer, acknowledgement, no_answer, not_expected)
  SELECT campaign_id, date_trunc('day', changed.hour AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London', source_id, constituency_code, sum(sign * viewed), sum(sign * found), sum(sign * started), sum(sign * submitted), sum(sign * confirmed), sum(sign * accepted), sum(sign * delivered), sum(sign * bounced), sum(sign * failed), sum(sign * by_writer), sum(sign * opted_in), sum(sign * unsubscribed), sum(sign * asked), sum(sign * real_answer), sum(sign * acknowledgement), sum(sign * no_answer), sum(sign * not_expected)
  FROM (SELECT -1 AS sign, * FROM gone) AS changed
  GROUP BY 1, 2, 3, 4
  ON CONFLICT (campaign_id, hour, source_id, constituency_code) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- The roll-up takes them one after the other.
INSERT INTO figure_days_due (campaign_id, day)
SELECT DISTINCT campaign_id, (hour AT TIME ZONE 'Europe/London')::date FROM figure_sums WHERE kind = 'seat';
