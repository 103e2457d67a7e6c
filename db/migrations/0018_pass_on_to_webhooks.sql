CREATE TABLE "webhook_attempts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"delivery_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"status" smallint,
	"fault" text,
	"answer_sealed" text
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"event" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"supporter_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"tries" smallint DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "webhook_deliveries_ended" CHECK (("webhook_deliveries"."due_at" is null) = ("webhook_deliveries"."outcome" is not null) and ("webhook_deliveries"."ended_at" is null) = ("webhook_deliveries"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"url_sealed" text,
	"url_hash" text,
	"host" text NOT NULL,
	"campaign_id" uuid,
	"events" text[] NOT NULL,
	"secret_sealed" text,
	"secret_made_at" timestamp with time zone NOT NULL,
	"old_secret_sealed" text,
	"old_secret_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"off_at" timestamp with time zone,
	"off_reason" text,
	"failing_since" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "webhook_endpoints_off" CHECK (("webhook_endpoints"."off_at" is null) = ("webhook_endpoints"."off_reason" is null)),
	CONSTRAINT "webhook_endpoints_removed" CHECK (("webhook_endpoints"."removed_at" is null) = ("webhook_endpoints"."url_sealed" is not null) and ("webhook_endpoints"."removed_at" is null) = ("webhook_endpoints"."secret_sealed" is not null))
);
--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_webhook_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."webhook_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_attempts_delivery" ON "webhook_attempts" USING btree ("delivery_id","id");--> statement-breakpoint
CREATE INDEX "webhook_attempts_at" ON "webhook_attempts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "webhook_attempts_answers" ON "webhook_attempts" USING btree ("at") WHERE "webhook_attempts"."answer_sealed" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_deliveries_once" ON "webhook_deliveries" USING btree ("endpoint_id","supporter_id","event","reason");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("endpoint_id","due_at") WHERE "webhook_deliveries"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_newest" ON "webhook_deliveries" USING btree ("endpoint_id","at","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_supporter" ON "webhook_deliveries" USING btree ("supporter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_endpoints_address" ON "webhook_endpoints" USING btree ("url_hash",coalesce("campaign_id"::text, '')) WHERE "webhook_endpoints"."removed_at" is null;--> statement-breakpoint
-- Of supporters who asked for updates: that they confirmed, and that they left, whichever way they did. It reads the
-- endpoints and writes rows of its own alone, so that nobody who confirms waits for anybody.
CREATE FUNCTION pass_on(s "supporters", said text, why text, since timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO webhook_deliveries (endpoint_id, event, reason, supporter_id, at, due_at)
  SELECT e.id, said, why, s.id, since, since
  FROM webhook_endpoints e
  WHERE e.removed_at IS NULL
    AND said = ANY (e.events)
    AND (e.campaign_id IS NULL OR e.campaign_id = s.campaign_id)
    -- To forget is heard by an endpoint that is switched off as well, once it is on again.
    AND (e.off_at IS NULL OR said = 'supporter.left')
  ON CONFLICT DO NOTHING
$$;
--> statement-breakpoint
CREATE FUNCTION supporter_passed_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.confirmed_at IS NULL THEN
    PERFORM pass_on(NEW, 'supporter.confirmed', '', NEW.confirmed_at);
  END IF;
  IF OLD.unsubscribed_at IS NULL AND NEW.unsubscribed_at IS NOT NULL THEN
    PERFORM pass_on(NEW, 'supporter.left', 'unsubscribed', NEW.unsubscribed_at);
  END IF;
  IF OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL THEN
    PERFORM pass_on(NEW, 'supporter.left', 'erased', NEW.erased_at);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER supporters_passed_on AFTER UPDATE OF confirmed_at, unsubscribed_at, erased_at ON supporters
FOR EACH ROW WHEN (NEW.updates_asked_at IS NOT NULL AND NEW.confirmed_at IS NOT NULL)
EXECUTE FUNCTION supporter_passed_on();
