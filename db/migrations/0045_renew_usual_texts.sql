-- Usual texts that were not true of every letter, in versions where staff never changed them: a text that is exactly the
-- old one is the new one from now on (lib/content/usual-texts.ts). A version never changes but for this.
ALTER TABLE "campaign_versions" DISABLE TRIGGER "campaign_versions_immutable";
--> statement-breakpoint
DO $$
DECLARE
  renewed record;
BEGIN
  FOR renewed IN
    SELECT to_jsonb(was)::text AS was, to_jsonb(is_now)::text AS is_now FROM (VALUES
      ('A letter in a constituent’s own name, with an address that shows where they live, is what an MP’s office looks for. You have just given yours one.',
       'What an MP’s office looks for is a letter in a person’s own name, with an address in the constituency. Yours is one.'),
      ('A letter in a person’s own name, with an address that shows where they live, is what an MP’s office looks for. You have just given yours one.',
       'What an MP’s office looks for is a letter in a person’s own name, with an address in the constituency. Yours is one.'),
      ('You will get a copy by e-mail. Offices answer in their own time: some in days, many in weeks. If a reply comes it will come straight to you, and two weeks after sending we ask you whether it has.',
       'A copy comes to you by e-mail when it is sent. Offices answer in their own time: some in days, many in weeks. An answer comes straight to you, and two weeks after sending we ask you whether there was one.'),
      ('If you know somebody in another constituency who would want to write, please pass this page on. Each MP answers only the people who live in their own.',
       'If you know somebody in another constituency who would want to write, please pass the campaign on: the link for that stands on this page. Each MP answers only the people who live in their own.'),
      ('MPs take up matters only for people who live in their constituency, so your name and postal address stand at the end of your letter, and your MP’s office sees them. They are never shown to the public. We keep your address encrypted and erase it, with the letter’s text, 28 days after the letter was delivered or failed for good.',
       'MPs take up matters only for people who live in their constituency, so your name and postal address stand in your letter, and your MP’s office sees them. They are never shown to the public. Administrators of this site can open a letter while we keep its text, as they must to look at one that is held or came back. Each time is recorded, with who it was. We keep your address encrypted and erase it, with the letter’s text, {letters kept} after the letter was delivered or failed for good.'),
      ('MPs take up matters only for people who live in their constituency, so your name and postal address stand at the end of your letter, and your MP’s office sees them. They are never shown to the public. We keep your address encrypted and erase it, with the letter’s text, {letters kept} after the letter was delivered or failed for good.',
       'MPs take up matters only for people who live in their constituency, so your name and postal address stand in your letter, and your MP’s office sees them. They are never shown to the public. Administrators of this site can open a letter while we keep its text, as they must to look at one that is held or came back. Each time is recorded, with who it was. We keep your address encrypted and erase it, with the letter’s text, {letters kept} after the letter was delivered or failed for good.'),
      ('MPs take up matters only for people who live in their constituency, so your name and postal address stand in your letter, and your MP’s office sees them. They are never shown to the public. We keep your address encrypted and erase it, with the letter’s text, {letters kept} after the letter was delivered or failed for good.',
       'MPs take up matters only for people who live in their constituency, so your name and postal address stand in your letter, and your MP’s office sees them. They are never shown to the public. Administrators of this site can open a letter while we keep its text, as they must to look at one that is held or came back. Each time is recorded, with who it was. We keep your address encrypted and erase it, with the letter’s text, {letters kept} after the letter was delivered or failed for good.'),
      ('So that nobody else can write with your e-mail address, and so that your MP’s reply finds you. We send you a link; open it and press the button, and the letter is on its way. The link works for 7 days. If it is not used, nothing goes to your MP, and all that you gave us is erased.',
       'So that nobody else can write with your e-mail address, and so that your MP’s reply finds you. We send you a link; open it and press the button: then the letter goes on its way, or is kept where there is no MP or no address of a new one yet, or is made ready to post where the MP takes no e-mail. The link works for 7 days. If it is not used, nothing goes to your MP, and all that you gave us is erased.'),
      ('So that nobody else can write with your e-mail address, and so that your MP’s reply finds you. We send you a link; open it and press the button: then the letter goes on its way, or is kept where there is no MP, or is made ready to post where the MP takes no e-mail. The link works for 7 days. If it is not used, nothing goes to your MP, and all that you gave us is erased.',
       'So that nobody else can write with your e-mail address, and so that your MP’s reply finds you. We send you a link; open it and press the button: then the letter goes on its way, or is kept where there is no MP or no address of a new one yet, or is made ready to post where the MP takes no e-mail. The link works for 7 days. If it is not used, nothing goes to your MP, and all that you gave us is erased.'),
      ('If there is no MP for your constituency just now, you can still sign: we hold your letter until there is one. With a BFPO postcode, use that of the address in the United Kingdom where you are registered to vote. Jersey, Guernsey and the Isle of Man have no MP at Westminster, so from there we cannot send a letter.',
       'If there is no MP for your constituency just now, you can still sign: we hold your letter until there is one. If your MP is new and no e-mail address is listed yet, we hold it for that, and after 7 days lay it out for you to post. With a BFPO postcode, use that of your home address in the United Kingdom, or of the one where you are registered to vote. Jersey, Guernsey and the Isle of Man have no MP at Westminster, so from there we cannot send a letter.'),
      ('If there is no MP for your constituency just now, you can still sign: we hold your letter until there is one. If your MP is new and no e-mail address is listed yet, we hold it for that, and after 7 days lay it out for you to post. With a BFPO postcode, use that of the address in the United Kingdom where you are registered to vote. Jersey, Guernsey and the Isle of Man have no MP at Westminster, so from there we cannot send a letter.',
       'If there is no MP for your constituency just now, you can still sign: we hold your letter until there is one. If your MP is new and no e-mail address is listed yet, we hold it for that, and after 7 days lay it out for you to post. With a BFPO postcode, use that of your home address in the United Kingdom, or of the one where you are registered to vote. Jersey, Guernsey and the Isle of Man have no MP at Westminster, so from there we cannot send a letter.')
    ) AS texts (was, is_now)
  LOOP
    -- With the quotes around it, it is found as a whole text alone.
    UPDATE "campaign_versions" SET "content" = replace("content"::text, renewed.was, renewed.is_now)::jsonb
      WHERE strpos("content"::text, renewed.was) > 0;
  END LOOP;
END
$$;
--> statement-breakpoint
ALTER TABLE "campaign_versions" ENABLE TRIGGER "campaign_versions_immutable";
