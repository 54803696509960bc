<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Take next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim the open case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next case in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous case in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next exhibit of this side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous exhibit of this side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side&apos;s evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link or unlink both sides&apos; views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite the place on show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand to supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and open next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo signing, recall the ruling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>recalled by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rulings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed: --reason TEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not understood: %1. See: arbiter --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which case? Name its case number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (already done by this command id)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arbiter – the dispute-arbitration desk. Without a verb the window opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 failed, 2 wrong usage, 3 checked and found problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a desk now (schema %2). Next: arbiter user add NAME --role reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is up to date (schema %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database, audit chain and evidence are sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in %1. The evidence in %2 is saved separately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 works here now as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hears appeals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is disabled; what they did stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is never offered cases of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar %1 is missing, so this deadline cannot be known. Add it with: arbiter calendar add FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a clock: %1 (hours:48, days:7, fulldays:7, workdays:3, daily:09:00-18:00:4h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar file is not understood at %1. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the rest day moved it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar %1 is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 version %2, platform %3, from %4, %5 clauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no usable rule book – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 version %3, %4 clauses, each passes its own examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule book %1 version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clause applies with what is known so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: at %2, expected: %3. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 time-outs carried out, %2 tasks handed over, %3 confirmed, %4 not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case %1, exhibit %2 (%3): %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence of %1 of %2 cases checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audit entry scope %1, number %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not what was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not follow the entry before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing, doubled or out of order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not where the case says its audit trail ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists, but its case knows of none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no demo: its clock is not moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s clock is at %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing the demo: %1 of %2 cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is ready: --db %1 --vault %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written whole; nothing was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>- a workbook goes into a file: --out FILE.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>- this format is not made here: %1 (csv, xlsx and json are)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>benchmark %1 did not run: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, bare %1 %2, ratio %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, limit %1%2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, %3 a second, %4 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed in %1 (SHA-256 %2). It holds personal data unmasked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail is whole: %1 entries in %2 chains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is whole: case %2, %3 files, %4 audit entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a verb the window opens. ADDRESS is sqlite:FILE or postgresql://user@host:port/database; the default is in the user&apos;s data folder, or what ARBITER_DB and ARBITER_VAULT say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 done, 1 failed, 2 wrong usage, 3 checked and found problems.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>Buyer: sends the goods and all parts back by %1 and gets %2 back by the original payment method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer: keeps or disposes of the goods and gets %1 back by the original payment method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer: gets the missing goods sent; no refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer: gets the goods exchanged; no refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer: gets the goods repaired free of charge; no refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer: no refund; keeps the goods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freight both ways: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outbound freight: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return freight: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant: pays nothing for this; the platform refunds%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant: pays nothing for this; the creator&apos;s funds refund%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant: refunds within 48 hours of the return&apos;s pick-up, otherwise the platform refunds from the order&apos;s funds%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant: refunds within 48 hours of signing, otherwise the platform refunds from the order&apos;s funds%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant: not liable, not counted, no points%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant: nothing to carry out%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) (%1); valid points over 90 days rise from %2 to %3</source>
        <translation>
            <numerusform>%n point (%1); valid points over 90 days rise from %2 to %3</numerusform>
            <numerusform>%n points (%1); valid points over 90 days rise from %2 to %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, reaching &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted in dispute metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted in dispute metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can undo for 10 seconds and recall for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can undo for 10 seconds and recall for %1, until execution starts; each side may appeal once by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n intervention(s)</source>
        <translation>
            <numerusform>%n intervention</numerusform>
            <numerusform>%n interventions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n upheld</source>
        <translation>
            <numerusform>%n upheld</numerusform>
            <numerusform>%n upheld</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · applied on day %2 of 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (answer %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason filed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed / refundable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return waybill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing sent back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seven-day label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freight insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer&apos;s past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant&apos;s past</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n valid point(s)</source>
        <translation>
            <numerusform>%n valid point</numerusform>
            <numerusform>%n valid points</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule book has no suggestion for these facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: &quot;%1&quot; (to be proved by the %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A finding could change it to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant: sends the missing goods by %1%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant: exchanges the goods by %1%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant: repairs the goods free of charge by %1%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liability: %1, %2. %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case %1 is not as it should be at %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the demo was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, “%3”: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not the JSON it should be: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: “%2” is no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s cases are not installed (looked in %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case %1 was not taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no database address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s database could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo cannot be put into %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a desk that is no demo. Nothing was changed; choose another folder with --dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demo on a server is not made anew; name an empty database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not empty. Nothing was changed; name an empty database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo in %1 is being prepared by another arbiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) does not end before the demo&apos;s morning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background.json names a template that it does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>arbiter %1, Qt %2, SQLite %3, on %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is here: PDF pages and their text can be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing: PDF exhibits cannot be shown. Install poppler-utils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> bubblewrap is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> bubblewrap is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Chinese font is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Chinese font: install fonts-noto-cjk or fonts-wqy-microhei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database driver %1 is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database driver %1 is missing: install libqt6sql6-sqlite and libqt6sql6-psql.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk at %1 opens (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB are free for evidence in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[ok]     </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[note]   </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[missing]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoder not sandboxed: pictures and films of parties are decoded inside this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unprotected desk: names are taken at their word; whoever can open the database can act as anybody.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>an unknown time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is in a state that does not allow this. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parties are negotiating; no ruling before that ends. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is now &quot;%1&quot;, which does not allow this. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot sign yet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing called &quot;%1&quot; was found. Check the number; a case is named by its case number or platform:number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several platforms have a case &quot;%1&quot;. Name it as platform:number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role does not allow this. Nothing was changed; ask a supervisor or the desk&apos;s admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody called &quot;%1&quot; works at this desk. Add them with: arbiter user add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs a person: repeat it with --as NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You do not hold this case. Claim it first; what you wrote is kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds this case until %2. What you wrote is kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took this case at %2. What you wrote is kept as a draft. Take the next case, or wait until the hold ends at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your hold on this case has ended and somebody else may hold it. What you wrote is kept as a draft; claim the case again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case changed while you were writing. Your draft is kept and nothing was sent. Look at the change, then sign again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are on the conflict-of-interest list for %1. The case goes to somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You made the ruling that this is about; another person must decide. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is reserved for its former reviewer until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is parked until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence window of the %1 ends at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ruling could be recalled until %1; it is being carried out. A correction is an appeal or a reversal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command id &quot;%1&quot; was used before for something else. Nothing was changed; use a new id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This side has appealed already; each side may appeal once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The appeal window ended at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case has nothing to ask of this party: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deadline must lie in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short reason is needed. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a value that fits here. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The working-day calendar has no data for this deadline (%1). Add the year with: arbiter calendar add FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule book is in force for this (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not taken as evidence: %1. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence vault cannot be written. Nothing was changed; see: arbiter doctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is busy. Nothing was changed; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database takes no changes (read-only, or the disk is full). Nothing was changed; reading goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database connection is lost. Your draft is kept on this computer; signing is off until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database did not carry this out. Nothing was changed; see: arbiter doctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the refund must lie between nothing and the disputed sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this outcome needs an amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this outcome refunds nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a partial refund is less than what was paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a full refund gives back the whole disputed sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shares of blame must add up to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say why nothing goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this outcome takes no reason for keeping the goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parts of the refund do not add up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sources of the money do not add up to the refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is cited yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a citation must name exactly one place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a citation names something that the case does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a citation means other bytes than the exhibit now has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reasons are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say why you depart from the suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an item is not part of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the deadline for execution cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clause is not in the rule book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this conduct is found by execution, not by a ruling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is not in the evidence vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stored bytes no longer match their digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no space left on the evidence vault&apos;s disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence vault belongs to another database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence vault cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence vault cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>signed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never signed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed for by the receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed for by the receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picked up by the carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pick-up scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the goods are on their way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing sent back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shipped after the promised time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shipped in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the merchant did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the merchant answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused without a valid ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no unfounded refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within seven days of signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than seven days after signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last day was a rest day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last day was a working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ruled before for the same order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ruled before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an appeal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first hearing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with freight insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no freight insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the buyer&apos;s evidence did not come in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no evidence of the buyer is overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the merchant&apos;s evidence did not come in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no evidence of the merchant is overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filed as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merchant: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ground given: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seven-day label: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied on day %1 after signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied %1 h after signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied %1 h after the pick-up notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the merchant&apos;s answer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % spoilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merchant&apos;s share %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claimed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in dispute %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gift worth %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>¥%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Date and time in a row, e.g. &quot;12 Oct 09:05&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>the queue, in the order and with the filters of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a case, or the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let a case go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let a case go, with the reason why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a case from its holder; the draft goes along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hand a case to the supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put a case aside until a time (RFC 3339 or a clock such as workdays:1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserve a waiting case for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change a case&apos;s tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a note for the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the parties time to agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close a case on what the parties agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the buyer took the application back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop a case and its clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on with a suspended case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the case file with clocks, findings, suggestion, ruling and tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask a party for evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add an exhibit that arrived later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a desk on a working day, to try everything; --advance moves its clock (4h, 1d)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database: make, update, check, save, restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflicts of interest: cases that a person is never offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the desk&apos;s policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prints a JSON Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what works here, and how to mend what does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule books: what they say, whether one is sound, why it suggests what it suggests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deadlines and the years of working days behind them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign a ruling, through the checks of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put a ruling that waits for approval into effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send a drafted ruling back to its author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a ruling back before execution starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a party appeals; a new round by somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open a new round of the desk&apos;s own accord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a supervisor&apos;s report; whole days in platform time, both included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time-outs and what must be carried out because of rulings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start to usable window, and its memory, against an empty window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first rows of the queue against the bare query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening a case against reading its rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importing bundles against inflating, hashing and syncing the same files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built-in benchmarks, each against the bare library in the same run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bundles, folders of bundles, case lists (.jsonl); one result per input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sealed case file with ruling and audit trail, unmasked; supervisors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checks a sealed file without any database, or the database&apos;s audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prints a completion script, or the manual page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Imported: %1. Already present: %2. Not imported: %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeError</name>
    <message>
        <source>There is no such file or folder. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read (%2). Check the permissions and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no case bundle: neither a zip, nor a folder with bagit.txt, nor a .jsonl list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no case bundles in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before this one was taken in. Import it again when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This role may not import. Ask a reviewer or supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zip is damaged or inconsistent at “%1” (%2). Have it exported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is encrypted. Bundles must come without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is packed in a way (method %2) that bundles do not use. Only stored and deflated files are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a link. Put the file itself in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither a file nor a folder. Take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not have the size that is stated (%2). Have the bundle exported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more files than the desk&apos;s limit of %2. Split the bundle, or ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is larger than the desk&apos;s limit of %2 bytes a file. Shorten it, or ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files together are larger than the desk&apos;s limit of %2 bytes; it is passed at “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” grows to more than %2 times its packed size, as a zip bomb does. Store it uncompressed if it is genuine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” leads out of the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” is absolute. Names must be relative to the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” has a backslash. Folders are separated by “/”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” begins with a drive letter. Names must be relative to the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” has control characters in it. Rename the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” is not UTF-8. Pack the bundle with a program that writes names in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” is not possible on every system (%2). Rename the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” is longer than %2 bytes. Rename the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names “%1” and “%2” are the same, at least where case or the form of accents does not count. Rename one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bagit.txt is missing at the top of the bundle. Pack the contents of the folder, not the folder itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not what a bag needs (%2). See the format of bundles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is missing. Every bundle carries a list of its files with their SHA-256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has a line that cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle wants files to be fetched from elsewhere (“%1”). Put all files into the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in the bundle but not in %2. Add it to the list or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in the bundle but case.json does not name it. Name it as an exhibit or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”, which %2 names, is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the file that was listed: its digest differs from the one in %2. Have the bundle exported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not valid JSON (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has the key %2 twice. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is nested deeper than 64 levels at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has a number at %2 that cannot be kept exactly. Write it as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has control characters (%2). Take them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is larger than a text of this kind may be (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has format %2; this program reads format 1. A newer version of the program may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not fit the format: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of “%1” is not of the kind that is stated (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is larger than a file of its kind may be (%2 bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be used as evidence of its kind (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record in “%1” was changed or cut: the first bad entry is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left for the evidence. Free some space and import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence vault cannot be written. Check its permissions and import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence vault does not answer as it should. Check the disk and import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written (%2). Check the folder and the space left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was busy for too long. Import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database takes no writes at the moment. Check space and permissions, then import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the database was lost. Import it again when it is back; what was in already is then reported as present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused the case. The log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Waiting for ruling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parties negotiating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being carried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under appeal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return and refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full refund, no return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial refund, no return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the missing goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality defect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seven days, no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counterfeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh food spoilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abnormal tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused at the door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund, shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund, not shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made to order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second-hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excluded, not confirmed by the buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistics record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order funds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platform advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid by the buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid by the merchant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid by the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be returned or pointless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not circulate again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed by both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merchant will not help the return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a difference is paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liable for goods or performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfounded refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ruling not carried out in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>false evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fraudulent shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selling counterfeits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer sends the goods back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant sends the missing goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant exchanges the goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant repairs the goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freight settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice to the parties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>injury</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>food safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minor involved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the merchant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appeals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electronics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shoes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jewellery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beauty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Food</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh food</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appliances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Car parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flowers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taobao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WeChat Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinduoduo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed for means accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no unboxing video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goods were used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goods not intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed in chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>returned damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>returned goods are not the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of the time window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buyer&apos;s fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waybill created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In transit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed to a supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claims more than was paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merchant did not act in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>execution failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buyer did not return the goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a specialist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know a party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot open evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merchant&apos;s ground for refusing is no valid ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s last day is a rest day and moves to the next working day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The claim is higher than what can be refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time window used here is an assumption taken from another platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clause asks for a second person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform is found liable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides are found liable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money is taken from the deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier ruling is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return and full refund, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return and refund, %1 (reduced by %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for evidence (both)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for evidence (buyer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for evidence (merchant)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both (merchant %1%, buyer %2%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the carrier is the cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the missing goods are on their way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePresenter</name>
    <message>
        <source>&quot;%1&quot; is not understood; expected: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be shipped by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seven-day label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freight insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery wish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason filed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant&apos;s answer due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant&apos;s ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return signed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has taken it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is reviewing; held until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 has until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parties have until %1; no ruling before that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafted by %1; another person must approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be recalled until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard by someone who took no part in the first ruling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buyer withdrew the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liable rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points and levels are assumptions kept as data in the rule book; they are not a platform&apos;s published figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates are computed on the ruling in force; with fewer than 30 cases only the counts are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchants by penalty points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulingOutcome</name>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full refund, no return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial refund, no return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the missing goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return and refund</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulingWords</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ruling is being recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot sign yet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no outcome is chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchemaError</name>
    <message>
        <source>%1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the wrong type (note that 1.0 is no integer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is none of the allowed codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number at %1 is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text at %1 is too long or too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has too many or too few entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a key that is not allowed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a key that is not allowed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no time with an offset, such as 2026-10-12T09:00:00+08:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no SHA-256 of 64 hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 occurs twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no usable name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refers to something that is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not have the shape that is needed (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>There is no database at %1. Make one with: arbiter db init. To look around, try: arbiter demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a desk&apos;s database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database at %1 is empty. Make it a desk with: arbiter db init.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database at %1 is older than this program. Save it, then: arbiter db migrate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database at %1 is newer than this program (%2). Use the newer program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database at %1 does not keep the settings that protect rulings (%2); it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database at %1 is locked by another program. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database at %1 takes no changes. Check the file&apos;s permissions and the disk&apos;s space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database server of %1 does not answer or refused the login (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database at %1 could not be opened (%2). See: arbiter doctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is newer than this program (%1). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An applied step differs from the one this program ships (%1). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build has no schema steps; build it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else is changing the database. Nothing was changed; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database takes no changes. Check permissions and the disk&apos;s space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step failed and was undone (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PostgreSQL database is saved and restored with pg_dump and pg_restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file exists already; nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such backup file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup does not pass its check; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup could not be carried out; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::app::DeskWindow</name>
    <message>
        <source>not a database address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody works at this desk yet. Add people with: arbiter user add NAME --role reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of the name %1 works at this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing is for reviewers, supervisors and admins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::CanvasViewer</name>
    <message>
        <source>Fit into the pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drag with Shift. Arrow keys move it, Shift and arrow keys size it, Esc drops it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::CasePanel</name>
    <message>
        <source>%1 · round %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is reviewing; held until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parties have until %1; no ruling before that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence asked of the %1 until %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deadline is unknown: %1. Add the calendar year, then it is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · held by me until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the next case, or choose one from the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and move both sides together, keeping the offset (Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link both sides&apos; views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Chat of both sides, %n message(s)</source>
        <translation>
            <numerusform>Chat of both sides, %n message</numerusform>
            <numerusform>Chat of both sides, %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>The carrier&apos;s scans, out and back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::ChatModel</name>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 later)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recalled %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to a message that is not in this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::ChatViewer</name>
    <message>
        <source>Chat messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat messages: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::DocumentViewer</name>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>after the page number: &quot;of 7&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 cannot be shown: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::EvidenceDialog</name>
    <message>
        <source>Ask for evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What exactly is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::EvidencePane</name>
    <message>
        <source>Buyer&apos;s exhibits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant&apos;s exhibits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buyer handed in nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merchant handed in nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::ImageViewer</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full resolution cannot be shown: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged; what could be read is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 · %3 %</source>
        <extracomment>pixels wide, pixels high, zoom in percent</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::LogisticsViewer</name>
    <message>
        <source>Parcel track</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::MainWindow</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be changed, in one sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted for approval: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded: %1. The ruling has not been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo signing (%1 s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recalled: %1. Your text is back as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved and in effect: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence asked for: %1. It comes back to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an exhibit and claim the case, then cite the place on show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cited under &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is this case skipped?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can write files here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports are for supervisors and auditors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand to supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should the supervisor look at?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by the desk only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbiter – demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO · data is invented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advance the demo clock by 4 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advance the demo clock by one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中文 / English (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (?)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::QueuePanel</name>
    <message>
        <source>View of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: words, state:queued, amount:&gt;=100000 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue (/)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the case that comes first (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case matches the filter. Clear it to see all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::ReportsPage</name>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points by month: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchants by penalty points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points by month, the same figures as the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart of points by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases of the chosen merchant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases behind these figures (Enter opens)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::RulingPanel</name>
    <message>
        <source>Chat %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan %1 of the tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, frame %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, region %2 × %3 at %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 merchant · %2 buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second person is needed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no outcome chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and open next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round %1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blame: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clause: %1 (%2 %3, in force since %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recalled by %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent back by %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafted by %1; another person must approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be carried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, %1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as filed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the suggestion&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in general</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund, ¥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why no return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant&apos;s share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound freight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return freight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funded by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts toward the merchant&apos;s metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conduct: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings and citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element the citation belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite this (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite the place on show under the chosen element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons in Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons in English (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you depart from the suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for evidence (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand to supervisor (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall ruling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citations of the ruling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible until execution starts; both parties are told</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::SearchBar</name>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in this exhibit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::ShowError</name>
    <message>
        <source>the file is not in the evidence store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bytes in the evidence store do not match their checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its content is not in a format that can be shown here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is encrypted or uses a variant that is not let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than the limits allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it took longer than the limit allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program that reads it (poppler-utils) is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was put aside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::TextViewer</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::TrackModel</name>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::VideoViewer</name>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position in the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed. Sound plays at normal speed only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One second back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One second forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound device here; the video plays silently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 · frame %3 / %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::Viewer</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>arb::ui::ViewerWidget</name>
    <message>
        <source>&quot;%1&quot; cannot be shown: %2. The original file is stored unchanged. Other exhibits are not affected; you can ask the %3 to hand it in again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
