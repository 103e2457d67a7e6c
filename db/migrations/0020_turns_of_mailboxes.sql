CREATE TABLE "mailbox_turns" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"mailbox_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "mailbox_turns_mailbox" ON "mailbox_turns" USING btree ("mailbox_hash","at");--> statement-breakpoint
CREATE INDEX "mailbox_turns_at" ON "mailbox_turns" USING btree ("at");