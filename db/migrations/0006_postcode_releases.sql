CREATE TABLE "postcode_releases" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"released" date,
	"checksum" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"postcodes" integer NOT NULL,
	"terminated" integer NOT NULL,
	"outside" integer NOT NULL,
	"nowhere" integer NOT NULL,
	"index" "bytea"
);
