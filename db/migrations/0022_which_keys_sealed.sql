CREATE TABLE "data_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workers" ADD COLUMN "key_ids" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- What was sealed before this was noted. Values of the newer form have "2." in front of their key's id.
INSERT INTO "data_keys" ("id")
SELECT DISTINCT substring("sealed" from '^(?:2\.)?([0-9a-f]{8})\.') FROM (
  SELECT "name_sealed" FROM "supporters"
  UNION ALL SELECT "email_sealed" FROM "supporters"
  UNION ALL SELECT "postcode_sealed" FROM "supporters"
  UNION ALL SELECT "text_sealed" FROM "letters"
  UNION ALL SELECT "message_sealed" FROM "delivery_attempts"
  UNION ALL SELECT "url_sealed" FROM "webhook_endpoints"
  UNION ALL SELECT "secret_sealed" FROM "webhook_endpoints"
  UNION ALL SELECT "old_secret_sealed" FROM "webhook_endpoints"
  UNION ALL SELECT "answer_sealed" FROM "webhook_attempts"
  UNION ALL SELECT "value" #>> '{}' FROM "settings" WHERE "name" = 'lookup_key'
) AS "all"("sealed")
WHERE "sealed" ~ '^(2\.)?[0-9a-f]{8}\.';
