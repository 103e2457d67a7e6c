-- The limits' counters may be lost in a crash, and are written at every look-up.
ALTER TABLE "rate_limits" SET UNLOGGED;
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME;
END
$$;
--> statement-breakpoint
CREATE TRIGGER campaign_versions_immutable BEFORE UPDATE OR DELETE ON "campaign_versions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_immutable BEFORE UPDATE OR DELETE ON "audit"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_published_version_id_fk"
  FOREIGN KEY ("published_version_id") REFERENCES "campaign_versions"("id");
