CREATE TABLE "member_lists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"staff_id" text,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_changes" (
	"id" serial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"constituency_code" text NOT NULL,
	"mp_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"before" text,
	"after" text,
	"source" text,
	"staff_id" text,
	CONSTRAINT "seat_changes_kind_known" CHECK ("seat_changes"."kind" in ('came', 'left', 'name', 'party', 'e-mail')),
	CONSTRAINT "seat_changes_source_known" CHECK ("seat_changes"."source" in ('snapshot', 'import', 'sync', 'hand', 'undo'))
);
--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_constituency_code_constituencies_code_fk" FOREIGN KEY ("constituency_code") REFERENCES "public"."constituencies"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_mp_id_mps_id_fk" FOREIGN KEY ("mp_id") REFERENCES "public"."mps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "member_lists_one" ON "member_lists" USING btree ((true));--> statement-breakpoint
CREATE INDEX "seat_changes_constituency" ON "seat_changes" USING btree ("constituency_code","id");--> statement-breakpoint
CREATE INDEX "seat_changes_mp" ON "seat_changes" USING btree ("mp_id");--> statement-breakpoint
INSERT INTO "seat_changes" ("at", "constituency_code", "mp_id", "kind", "before", "after", "source")
SELECT "at", "code", "id", "kind", "before", "after", "source" FROM (
	SELECT "since" AS "at", "constituency_code" AS "code", "id", 'came' AS "kind", NULL AS "before", "name" AS "after", NULL AS "source" FROM "mps"
	UNION ALL SELECT "until", "constituency_code", "id", 'left', "name", NULL, NULL FROM "mps" WHERE "until" IS NOT NULL
	UNION ALL SELECT "set_by_hand", "constituency_code", "id", 'e-mail', "source_email", "email", 'hand' FROM "mps" WHERE "set_by_hand" IS NOT NULL
) AS "known" ORDER BY "at", "kind" DESC;
