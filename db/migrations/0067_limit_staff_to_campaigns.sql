CREATE TABLE "staff_campaigns" (
	"staff_id" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	CONSTRAINT "staff_campaigns_staff_id_campaign_id_pk" PRIMARY KEY("staff_id","campaign_id")
);
--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "limited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff_campaigns" ADD CONSTRAINT "staff_campaigns_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_campaigns" ADD CONSTRAINT "staff_campaigns_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "staff_campaigns_by_campaign" ON "staff_campaigns" USING btree ("campaign_id");