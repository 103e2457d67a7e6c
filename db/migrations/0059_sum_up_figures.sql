CREATE TABLE "figure_sums" (
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"key" text NOT NULL,
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
	CONSTRAINT "figure_sums_pk" PRIMARY KEY("campaign_id","kind","hour","key"),
	CONSTRAINT "figure_sums_kind_known" CHECK ("figure_sums"."kind" in ('all', 'seat', 'source'))
);--> statement-breakpoint
-- Each change of figure_hours is added to the sums, whoever makes it.
CREATE FUNCTION figure_hours_added() RETURNS trigger LANGUAGE plpgsql AS $$
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
    ('all', changed.hour, ''), ('seat', d.day, changed.constituency_code), ('source', d.day, changed.source_id::text)
  ) AS k(kind, hour, key)
  GROUP BY campaign_id, k.kind, k.hour, k.key
  ON CONFLICT (campaign_id, kind, hour, key) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION figure_hours_changed() RETURNS trigger LANGUAGE plpgsql AS $$
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
    ('all', changed.hour, ''), ('seat', d.day, changed.constituency_code), ('source', d.day, changed.source_id::text)
  ) AS k(kind, hour, key)
  GROUP BY campaign_id, k.kind, k.hour, k.key
  ON CONFLICT (campaign_id, kind, hour, key) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION figure_hours_gone() RETURNS trigger LANGUAGE plpgsql AS $$
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
    ('all', changed.hour, ''), ('seat', d.day, changed.constituency_code), ('source', d.day, changed.source_id::text)
  ) AS k(kind, hour, key)
  GROUP BY campaign_id, k.kind, k.hour, k.key
  ON CONFLICT (campaign_id, kind, hour, key) DO UPDATE SET viewed = t.viewed + excluded.viewed, found = t.found + excluded.found, started = t.started + excluded.started, submitted = t.submitted + excluded.submitted, confirmed = t.confirmed + excluded.confirmed, accepted = t.accepted + excluded.accepted, delivered = t.delivered + excluded.delivered, bounced = t.bounced + excluded.bounced, failed = t.failed + excluded.failed, by_writer = t.by_writer + excluded.by_writer, opted_in = t.opted_in + excluded.opted_in, unsubscribed = t.unsubscribed + excluded.unsubscribed, asked = t.asked + excluded.asked, real_answer = t.real_answer + excluded.real_answer, acknowledgement = t.acknowledgement + excluded.acknowledgement, no_answer = t.no_answer + excluded.no_answer, not_expected = t.not_expected + excluded.not_expected;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER figure_hours_added AFTER INSERT ON "figure_hours" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION figure_hours_added();
--> statement-breakpoint
CREATE TRIGGER figure_hours_changed AFTER UPDATE ON "figure_hours" REFERENCING OLD TABLE AS gone NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION figure_hours_changed();
--> statement-breakpoint
CREATE TRIGGER figure_hours_gone AFTER DELETE ON "figure_hours" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION figure_hours_gone();
--> statement-breakpoint
INSERT INTO figure_sums (campaign_id, kind, hour, key, viewed, found, started, submitted, confirmed, accepted, delivered, bounced, failed, by_writer, opted_in, unsubscribed, asked, real_answer, acknowledgement, no_answer, not_expected)
SELECT campaign_id, k.kind, k.hour, k.key, sum(viewed), sum(found), sum(started), sum(submitted), sum(confirmed), sum(accepted), sum(delivered), sum(bounced), sum(failed), sum(by_writer), sum(opted_in), sum(unsubscribed), sum(asked), sum(real_answer), sum(acknowledgement), sum(no_answer), sum(not_expected)
FROM figure_hours
CROSS JOIN LATERAL (
  SELECT date_trunc('day', figure_hours.hour AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London' AS day
) AS d
CROSS JOIN LATERAL (VALUES
  ('all', figure_hours.hour, ''), ('seat', d.day, constituency_code), ('source', d.day, source_id::text)
) AS k(kind, hour, key)
GROUP BY campaign_id, k.kind, k.hour, k.key;
