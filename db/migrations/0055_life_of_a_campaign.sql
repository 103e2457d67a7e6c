CREATE TABLE "campaign_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "unpublished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "closing_words" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "copied_from" uuid;--> statement-breakpoint
ALTER TABLE "campaign_slugs" ADD CONSTRAINT "campaign_slugs_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A draft can be deleted with its versions; the text of a campaign that had letters cannot.
CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM letters WHERE letters.campaign_id = OLD.campaign_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% rows are never changed, and not deleted once there are letters', TG_TABLE_NAME;
END
$$;
--> statement-breakpoint
DROP TRIGGER campaign_versions_immutable ON "campaign_versions";
--> statement-breakpoint
CREATE TRIGGER campaign_versions_immutable BEFORE UPDATE OR DELETE ON "campaign_versions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
