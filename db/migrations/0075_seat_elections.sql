CREATE TABLE "seat_elections" (
	"constituency_code" text PRIMARY KEY NOT NULL,
	"majority" integer NOT NULL,
	"turnout" integer,
	"electorate" integer,
	"held" date NOT NULL,
	"title" text,
	"member_id" integer NOT NULL,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "seat_elections" ADD CONSTRAINT "seat_elections_constituency_code_constituencies_code_fk" FOREIGN KEY ("constituency_code") REFERENCES "public"."constituencies"("code") ON DELETE cascade ON UPDATE no action;