CREATE TABLE "former_staff" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"left_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
-- The audit names members by their ids. Addresses stood in it for good: they move to where they are forgotten.
INSERT INTO "former_staff" ("id", "email", "left_at")
SELECT DISTINCT ON (subject_id) subject_id, before ->> 'email', at FROM "audit"
WHERE verb IN ('team.remove', 'team.withdraw') AND before ->> 'email' IS NOT NULL
ORDER BY subject_id, at DESC;
--> statement-breakpoint
ALTER TABLE "audit" DISABLE TRIGGER "audit_immutable";
--> statement-breakpoint
UPDATE "audit" SET before = before - 'email', after = after - 'email'
WHERE subject_kind = 'staff' AND (before ? 'email' OR after ? 'email');
--> statement-breakpoint
ALTER TABLE "audit" ENABLE TRIGGER "audit_immutable";
