<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Bench</name>
    <message numerus="yes">
        <source>1080p, %n step(s) back that had to decode a group again</source>
        <translation>
            <numerusform>1080p, %n step back that had to decode a group again</numerusform>
            <numerusform>1080p, %n steps back that had to decode a group again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1080p at 30 frames a second in a pane of 960 x 540, %n second(s) played, CPU</source>
        <translation>
            <numerusform>1080p at 30 frames a second in a pane of 960 x 540, %n second played, CPU</numerusform>
            <numerusform>1080p at 30 frames a second in a pane of 960 x 540, %n seconds played, CPU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1080p at 30 frames a second as whole frames, %n second(s) played, CPU</source>
        <translation>
            <numerusform>1080p at 30 frames a second as whole frames, %n second played, CPU</numerusform>
            <numerusform>1080p at 30 frames a second as whole frames, %n seconds played, CPU</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chat</name>
    <message numerus="yes">
        <source>%n place(s) could not be decoded and are shown as U+FFFD.</source>
        <translation>
            <numerusform>%n place could not be decoded and is shown as U+FFFD.</numerusform>
            <numerusform>%n places could not be decoded and are shown as U+FFFD.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) agree on it</source>
        <translation>
            <numerusform>%n message agrees on it</numerusform>
            <numerusform>%n messages agree on it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read in this encoding, %n character(s) are rare ones. If the words make no sense, it is another encoding.</source>
        <translation>
            <numerusform>Read in this encoding, %n character is a rare one. If the words make no sense, it is another encoding.</numerusform>
            <numerusform>Read in this encoding, %n characters are rare ones. If the words make no sense, it is another encoding.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>give or take 1 min, since the export names no seconds; %n message(s) agree on it</source>
        <translation>
            <numerusform>give or take 1 min, since the export names no seconds; %n message agrees on it</numerusform>
            <numerusform>give or take 1 min, since the export names no seconds; %n messages agree on it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatReport</name>
    <message numerus="yes">
        <source>%n line(s) not understood:</source>
        <translation>
            <numerusform>%n line not understood:</numerusform>
            <numerusform>%n lines not understood:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n audit entries</source>
        <translation>
            <numerusform>%n audit entry</numerusform>
            <numerusform>%n audit entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chain(s)</source>
        <translation>
            <numerusform>%n chain</numerusform>
            <numerusform>%n chains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n working day(s)</source>
        <translation>
            <numerusform>%1: %n working day</numerusform>
            <numerusform>%1: %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 version %2, platform %3, from %4, %n clause(s)</source>
        <translation>
            <numerusform>%1 version %2, platform %3, from %4, %n clause</numerusform>
            <numerusform>%1 version %2, platform %3, from %4, %n clauses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 version %3, %n clause(s), each passes its own examples.</source>
        <translation>
            <numerusform>%1: %2 version %3, %n clause, which passes its own examples.</numerusform>
            <numerusform>%1: %2 version %3, %n clauses, each passes its own examples.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time-out(s) carried out</source>
        <translation>
            <numerusform>%n time-out carried out</numerusform>
            <numerusform>%n time-outs carried out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) handed over</source>
        <translation>
            <numerusform>%n task handed over</numerusform>
            <numerusform>%n tasks handed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>evidence of %1 of %n case(s) checked, %2 a second</source>
        <translation>
            <numerusform>evidence of %1 of %n case checked, %2 a second</numerusform>
            <numerusform>evidence of %1 of %n cases checked, %2 a second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>preparing the demo: %1 of %n case(s), %2 a second</source>
        <translation>
            <numerusform>preparing the demo: %1 of %n case, %2 a second</numerusform>
            <numerusform>preparing the demo: %1 of %n cases, %2 a second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) for the desk only stayed here; --with-desk-notes takes them along.</source>
        <translation>
            <numerusform>%n note for the desk only stayed here; --with-desk-notes takes it along.</numerusform>
            <numerusform>%n notes for the desk only stayed here; --with-desk-notes takes them along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message numerus="yes">
        <source>%n point(s) (%1); valid points over 90 days rise from %2 to %3</source>
        <translation>
            <numerusform>%n point (%1); valid points over 90 days rise from %2 to %3</numerusform>
            <numerusform>%n points (%1); valid points over 90 days rise from %2 to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n valid point(s)</source>
        <translation>
            <numerusform>%n valid point</numerusform>
            <numerusform>%n valid points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full day(s)</source>
        <translation>
            <numerusform>%n full day</numerusform>
            <numerusform>%n full days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first ruling&apos;s %n point(s) are reversed; valid points over 90 days fall from %1 to %2</source>
        <translation>
            <numerusform>The first ruling&apos;s %n point is reversed; valid points over 90 days fall from %1 to %2</numerusform>
            <numerusform>The first ruling&apos;s %n points are reversed; valid points over 90 days fall from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), %1 upheld</source>
        <translation>
            <numerusform>%n case, %1 upheld</numerusform>
            <numerusform>%n cases, %1 upheld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not shown</source>
        <translation>
            <numerusform>%n not shown</numerusform>
            <numerusform>%n not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmHints</name>
    <message numerus="yes">
        <source>%n possible interruption(s)</source>
        <translation>
            <numerusform>%n possible interruption</numerusform>
            <numerusform>%n possible interruptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more on the timeline</source>
        <translation>
            <numerusform>and %n more on the timeline</numerusform>
            <numerusform>and %n more on the timeline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message numerus="yes">
        <source>A machine read %n line(s). This is for searching and never evidence by itself: look at the picture.</source>
        <translation>
            <numerusform>A machine read %n line. This is for searching and never evidence by itself: look at the picture.</numerusform>
            <numerusform>A machine read %n lines. This is for searching and never evidence by itself: look at the picture.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more stretch(es) of words are not laid out here</source>
        <translation>
            <numerusform>%n more stretch of words is not laid out here</numerusform>
            <numerusform>%n more stretches of words are not laid out here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message numerus="yes">
        <source>%1 of %n step(s) done</source>
        <translation>
            <numerusform>%1 of %n step done</numerusform>
            <numerusform>%1 of %n steps done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>Counts toward the merchant&apos;s metrics, %n point(s): %1</source>
        <translation>
            <numerusform>Counts toward the merchant&apos;s metrics, %n point: %1</numerusform>
            <numerusform>Counts toward the merchant&apos;s metrics, %n points: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n further message(s) of the export, too many to be shown one by one</source>
        <translation>
            <numerusform>%n further message of the export, too many to be shown one by one</numerusform>
            <numerusform>%n further messages of the export, too many to be shown one by one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::presentation::BulkPresenter</name>
    <message numerus="yes">
        <source>%n were left as they were.</source>
        <translation>
            <numerusform>%n case was left as it was.</numerusform>
            <numerusform>%n cases were left as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be changed.</source>
        <translation>
            <numerusform>%n case will be changed.</numerusform>
            <numerusform>%n cases will be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are done.</source>
        <translation>
            <numerusform>%n case is done.</numerusform>
            <numerusform>%n cases are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were taken back.</source>
        <translation>
            <numerusform>%n case was taken back.</numerusform>
            <numerusform>%n cases were taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are so already.</source>
        <translation>
            <numerusform>%n case is so already.</numerusform>
            <numerusform>%n cases are so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be changed.</source>
        <translation>
            <numerusform>%n case cannot be changed.</numerusform>
            <numerusform>%n cases cannot be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have not been looked at yet.</source>
        <translation>
            <numerusform>%n case has not been looked at yet.</numerusform>
            <numerusform>%n cases have not been looked at yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not taken back.</source>
        <translation>
            <numerusform>%n case was not taken back.</numerusform>
            <numerusform>%n cases were not taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::presentation::NoticesPresenter</name>
    <message numerus="yes">
        <source>%n notices</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::presentation::PresencePresenter</name>
    <message numerus="yes">
        <source>%1 also look at this case now.</source>
        <translation>
            <numerusform>%1 is looking at this case too.</numerusform>
            <numerusform>%1 are looking at this case too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::CanvasViewer</name>
    <message numerus="yes">
        <source>%n mark(s) were made on another file of this exhibit and are not drawn here.</source>
        <translation>
            <numerusform>%n mark was made on another file of this exhibit and is not drawn here.</numerusform>
            <numerusform>%n marks were made on another file of this exhibit and are not drawn here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::CasePanel</name>
    <message numerus="yes">
        <source>Chat of both sides, %n message(s)</source>
        <translation>
            <numerusform>Chat of both sides, %n message</numerusform>
            <numerusform>Chat of both sides, %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::ChatBar</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::ChatModel</name>
    <message numerus="yes">
        <source>%n reply(s)</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::ColumnDialog</name>
    <message numerus="yes">
        <source>%n message(s).</source>
        <translation>
            <numerusform>%n message.</numerusform>
            <numerusform>%n messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood.</source>
        <translation>
            <numerusform>%n line not understood.</numerusform>
            <numerusform>%n lines not understood.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::CompareDesk</name>
    <message numerus="yes">
        <source>%n pin(s), residual %1 px</source>
        <translation>
            <numerusform>%n pin, residual %1 px</numerusform>
            <numerusform>%n pins, residual %1 px</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::FindPanel</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) so far</source>
        <translation>
            <numerusform>%n hit so far</numerusform>
            <numerusform>%n hits so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be searched: %1</source>
        <translation>
            <numerusform>%n file could not be searched: %1</numerusform>
            <numerusform>%n files could not be searched: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::ManyDialog</name>
    <message numerus="yes">
        <source>%n marked case(s)</source>
        <translation>
            <numerusform>%n marked case</numerusform>
            <numerusform>%n marked cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::NotesPanel</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::QueuePage</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing: %1 of %2 case(s)</source>
        <translation>
            <numerusform>Writing: %1 of %2 case</numerusform>
            <numerusform>Writing: %1 of %2 cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::RulingPanel</name>
    <message numerus="yes">
        <source>%n new exhibit(s) not yet seen</source>
        <translation>
            <numerusform>%n new exhibit not yet seen</numerusform>
            <numerusform>%n new exhibits not yet seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::SearchBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) without text</source>
        <translation>
            <numerusform>%n page without text</numerusform>
            <numerusform>%n pages without text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read</source>
        <translation>
            <numerusform>%n page could not be read</numerusform>
            <numerusform>%n pages could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::TimelineCanvas</name>
    <message numerus="yes">
        <source>%n event(s), the first: %1</source>
        <translation>
            <numerusform>%n event, the first: %1</numerusform>
            <numerusform>%n events, the first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) before what is shown</source>
        <translation>
            <numerusform>%n event before what is shown</numerusform>
            <numerusform>%n events before what is shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) after what is shown</source>
        <translation>
            <numerusform>%n event after what is shown</numerusform>
            <numerusform>%n events after what is shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <translation>
            <numerusform>%n earlier</numerusform>
            <numerusform>%n earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later</source>
        <translation>
            <numerusform>%n later</numerusform>
            <numerusform>%n later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::TimelinePanel</name>
    <message numerus="yes">
        <source>Timeline, %n hint(s), no verdict</source>
        <translation>
            <numerusform>Timeline, %n hint, no verdict</numerusform>
            <numerusform>Timeline, %n hints, no verdict</numerusform>
        </translation>
    </message>
</context>
</TS>
