CREATE TABLE "figure_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"xact" "xid8" NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"constituency_code" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"source_id" integer NOT NULL,
	"measure" text NOT NULL,
	"lasting" boolean NOT NULL,
	"amount" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_hours" (
	"campaign_id" uuid NOT NULL,
	"constituency_code" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"source_id" integer NOT NULL,
	"lasting" boolean NOT NULL,
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
	"real_answer" integer DEFAULT 0 NOT NULL,
	"acknowledgement" integer DEFAULT 0 NOT NULL,
	"no_answer" integer DEFAULT 0 NOT NULL,
	"not_expected" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "figure_hours_pk" PRIMARY KEY("campaign_id","hour","constituency_code","source_id","lasting")
);
--> statement-breakpoint
CREATE TABLE "figure_state" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seen" "pg_snapshot" NOT NULL,
	"own_xact" "xid8" NOT NULL,
	"own_id" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" serial PRIMARY KEY NOT NULL,
	"utm_source" text DEFAULT '' NOT NULL,
	"utm_medium" text DEFAULT '' NOT NULL,
	"utm_campaign" text DEFAULT '' NOT NULL,
	"utm_content" text DEFAULT '' NOT NULL,
	"referrer" text DEFAULT '' NOT NULL,
	"share" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "source_id" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "figure_events_xact" ON "figure_events" USING btree ("xact");--> statement-breakpoint
CREATE INDEX "figure_hours_hour" ON "figure_hours" USING btree ("hour");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_one" ON "sources" USING btree ("utm_source","utm_medium","utm_campaign","utm_content","referrer","share");