CREATE TABLE "campaign_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_versions_number" UNIQUE("campaign_id","number")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"published_version_id" uuid,
	"goal" integer NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigns_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "constituencies" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"nation" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"constituency_code" text NOT NULL,
	"member_id" integer NOT NULL,
	"name" text NOT NULL,
	"party" text NOT NULL,
	"email" text,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "postcode_facts" (
	"postcode" text NOT NULL,
	"constituency_code" text NOT NULL,
	"terminated" boolean DEFAULT false NOT NULL,
	CONSTRAINT "postcode_facts_postcode_constituency_code_pk" PRIMARY KEY("postcode","constituency_code")
);
--> statement-breakpoint
CREATE TABLE "figure_rolls" (
	"campaign_id" uuid PRIMARY KEY NOT NULL,
	"rolled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"campaign_id" uuid NOT NULL,
	"constituency_code" text NOT NULL,
	"supporters" integer NOT NULL,
	"letters" integer NOT NULL,
	CONSTRAINT "figures_campaign_id_constituency_code_pk" PRIMARY KEY("campaign_id","constituency_code")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"verb" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"letter_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"supporter_id" uuid NOT NULL,
	"constituency_code" text NOT NULL,
	"state" text NOT NULL,
	"held_reason" text,
	"asks" text[] NOT NULL,
	"wording" jsonb NOT NULL,
	"own_share" real NOT NULL,
	"text_sealed" text,
	"mp_id" uuid,
	"resent" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"mailed_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "letters_supporter_id_unique" UNIQUE("supporter_id"),
	CONSTRAINT "letters_held_reason" CHECK (("letters"."state" = 'held') = ("letters"."held_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "links" (
	"hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"letter_id" uuid,
	"email_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"letter_id" uuid PRIMARY KEY NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"email_verified" timestamp with time zone,
	"image" text,
	"role" text DEFAULT 'campaigner' NOT NULL,
	CONSTRAINT "staff_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "staff_accounts" (
	"user_id" text NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "staff_accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_sign_in_links" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_sign_in_links_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "supporters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"email_hash" text,
	"identity_hash" text,
	"household_place" smallint,
	"name_sealed" text,
	"email_sealed" text,
	"postcode_sealed" text,
	"constituency_code" text NOT NULL,
	"updates_asked_at" timestamp with time zone,
	"updates_wording" text NOT NULL,
	"updates_wording_version" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"unsubscribed_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	CONSTRAINT "supporters_household_place" CHECK ("supporters"."household_place" in (1, 2))
);
--> statement-breakpoint
ALTER TABLE "campaign_versions" ADD CONSTRAINT "campaign_versions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mps" ADD CONSTRAINT "mps_constituency_code_constituencies_code_fk" FOREIGN KEY ("constituency_code") REFERENCES "public"."constituencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcode_facts" ADD CONSTRAINT "postcode_facts_constituency_code_constituencies_code_fk" FOREIGN KEY ("constituency_code") REFERENCES "public"."constituencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_rolls" ADD CONSTRAINT "figure_rolls_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_constituency_code_constituencies_code_fk" FOREIGN KEY ("constituency_code") REFERENCES "public"."constituencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_events" ADD CONSTRAINT "letter_events_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_version_id_campaign_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."campaign_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_constituency_code_constituencies_code_fk" FOREIGN KEY ("constituency_code") REFERENCES "public"."constituencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_mp_id_mps_id_fk" FOREIGN KEY ("mp_id") REFERENCES "public"."mps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_accounts" ADD CONSTRAINT "staff_accounts_user_id_staff_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_user_id_staff_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporters" ADD CONSTRAINT "supporters_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporters" ADD CONSTRAINT "supporters_constituency_code_constituencies_code_fk" FOREIGN KEY ("constituency_code") REFERENCES "public"."constituencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mps_one_sitting" ON "mps" USING btree ("constituency_code") WHERE "mps"."until" is null;--> statement-breakpoint
CREATE INDEX "mps_constituency" ON "mps" USING btree ("constituency_code");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "letter_events_letter" ON "letter_events" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "letters_state" ON "letters" USING btree ("state");--> statement-breakpoint
CREATE INDEX "letters_figures" ON "letters" USING btree ("campaign_id","constituency_code","state");--> statement-breakpoint
CREATE INDEX "letters_pace" ON "letters" USING btree ("constituency_code","accepted_at");--> statement-breakpoint
CREATE INDEX "links_letter" ON "links" USING btree ("letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supporters_submission" ON "supporters" USING btree ("submission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supporters_one_signature" ON "supporters" USING btree ("campaign_id","identity_hash","constituency_code") WHERE "supporters"."confirmed_at" is not null and "supporters"."erased_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "supporters_household" ON "supporters" USING btree ("campaign_id","constituency_code","email_hash","household_place") WHERE "supporters"."confirmed_at" is not null and "supporters"."erased_at" is null;--> statement-breakpoint
CREATE INDEX "supporters_email" ON "supporters" USING btree ("email_hash");--> statement-breakpoint
CREATE INDEX "supporters_figures" ON "supporters" USING btree ("campaign_id","constituency_code") WHERE "supporters"."confirmed_at" is not null;--> statement-breakpoint
CREATE INDEX "supporters_unconfirmed" ON "supporters" USING btree ("created_at") WHERE "supporters"."confirmed_at" is null;