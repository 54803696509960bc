// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/errortext.h>

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtCore/QCoreApplication>

namespace arb::presentation {

namespace {

struct Errors
{
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

QString timeOr(const std::optional<domain::UtcMs> &at)
{
    return at ? dateTimeText(*at) : Errors::tr("an unknown time");
}

QString wrongState(const usecases::CommandError &error)
{
    if (!error.state)
        return Errors::tr("The case is in a state that does not allow this. Nothing was changed.");
    if (*error.state == domain::DisputeState::Negotiating)
        return Errors::tr("The parties are negotiating; no ruling before that ends. Nothing was changed.");
    return Errors::tr("The case is now \"%1\", which does not allow this. Nothing was changed.").arg(label(*error.state));
}

QString tagUnfitText(const QString &tag)
{
    constexpr qsizetype toBeKnownBy = 40;
    if (tag.isEmpty())
        return Errors::tr("A tag is not empty. Nothing was changed.");
    const QString shown = tag.size() > toBeKnownBy ? QString(tag.left(toBeKnownBy) + u'…') : tag;
    return Errors::tr("\"%1\" cannot be a tag: it has at most 40 characters, all in one line and none of them a double quote. Nothing was changed.")
        .arg(visibleText(shown));
}

/// The field that an act changes, by its audit code.
QString changedField(const QString &action)
{
    struct Row
    {
        const char *field;
        QStringList actions;
    };
    static const Row rows[] = {
        {QT_TRANSLATE_NOOP("Errors", "the exhibits"), {QStringLiteral("supplement"), QStringLiteral("derive"), QStringLiteral("evidence_done")}},
        {QT_TRANSLATE_NOOP("Errors", "the evidence requests"), {QStringLiteral("request_evidence"), QStringLiteral("evidence_time_out")}},
        {QT_TRANSLATE_NOOP("Errors", "the notes"), {QStringLiteral("note"), QStringLiteral("note.remove")}},
        {QT_TRANSLATE_NOOP("Errors", "the tags"), {QStringLiteral("tag")}},
        {QT_TRANSLATE_NOOP("Errors", "the time it is parked until"), {QStringLiteral("park"), QStringLiteral("skip")}},
        {QT_TRANSLATE_NOOP("Errors", "who reviews it"),
         {QStringLiteral("claim"), QStringLiteral("release"), QStringLiteral("lease_expire"), QStringLiteral("take_over"), QStringLiteral("assign"), QStringLiteral("free"),
          QStringLiteral("hand_to_supervisor")}},
        {QT_TRANSLATE_NOOP("Errors", "the state"),
         {QStringLiteral("withdraw"), QStringLiteral("suspend"), QStringLiteral("resume"), QStringLiteral("start_negotiation"),
          QStringLiteral("negotiation_end"), QStringLiteral("settle"), QStringLiteral("execute"), QStringLiteral("appeal"), QStringLiteral("reverse")}},
        {QT_TRANSLATE_NOOP("Errors", "the ruling"),
         {QStringLiteral("rule"), QStringLiteral("approve"), QStringLiteral("return"), QStringLiteral("recall")}},
        {QT_TRANSLATE_NOOP("Errors", "its exports"), {QStringLiteral("export")}}};
    for (const Row &row : rows) {
        if (row.actions.contains(action))
            return Errors::tr(row.field);
    }
    return Errors::tr("the execution"); // task_done, task_overdue and their like
}

/// The field, by whom and when.
QString whatChanged(const usecases::CommandError &error)
{
    const QString who = error.who == u"system" ? Errors::tr("by the clock") : error.who;
    return Errors::tr("%1 (%2, %3)").arg(changedField(error.text), who, timeOr(error.since));
}

QString changedText(const usecases::CommandError &error)
{
    if (error.text.isEmpty())
        return Errors::tr("The case changed while you were writing. Your draft is kept and nothing was sent. Look at the change, then sign again.");
    return Errors::tr("The case changed while you were writing: %1. Your draft is kept and nothing was sent. Look at the change, then sign again.").arg(whatChanged(error));
}

QString takenText(const usecases::CommandError &error)
{
    return Errors::tr("%1 took this case at %2. What you wrote is kept as a draft. Take the next case, or wait until the hold ends at %3.")
        .arg(error.who, timeOr(error.since), timeOr(error.until));
}

QString recallOverText(const usecases::CommandError &error)
{
    const QString until = timeOr(error.until);
    if (error.state == domain::DisputeState::Executing)
        return Errors::tr("The ruling could be recalled until %1; it is being carried out. A correction is an appeal or a reversal.").arg(until);
    if (error.state == domain::DisputeState::Closed)
        return Errors::tr("The ruling could be recalled until %1; the case is closed. A correction is an appeal or a reversal.").arg(until);
    return Errors::tr("The ruling could be recalled until %1; carrying it out comes next. A correction is an appeal or a reversal.").arg(until);
}

QString invalidRuling(const usecases::CommandError &error)
{
    QStringList lines;
    for (const domain::RulingFault &fault : error.faults)
        lines.append(faultText(fault, error.book));
    return Errors::tr("Cannot sign yet: %1.").arg(lines.join(Errors::tr("; ")));
}

QString noFrameThenText(const usecases::CommandError &error)
{
    const domain::RulingFault fault = error.faults.isEmpty() ? domain::RulingFault() : error.faults.constFirst();
    const QString place = visibleText(error.text);
    if (fault.before && fault.after)
        return Errors::tr("\"%1\" is a time at which no frame of the video begins; the frames next to it begin at the pts %2 and %3. Nothing was changed; name one of them.")
            .arg(place).arg(*fault.before).arg(*fault.after);
    const auto next = fault.before ? fault.before : fault.after;
    return next ? Errors::tr("\"%1\" is a time at which no frame of the video begins; the frame next to it begins at the pts %2. Nothing was changed; name that one.").arg(place).arg(*next)
                : Errors::tr("\"%1\" is not a value that fits here. Nothing was changed.").arg(place);
}

QString markText(domain::MarkFault fault)
{
    switch (fault) {
    case domain::MarkFault::NoExhibit:
        return Errors::tr("Marks are made on a picture, a page that a document has, or a video of the case. Nothing was kept; choose one and draw it there.");
    case domain::MarkFault::WrongPoints:
        return Errors::tr("The mark does not have the points its shape needs. Nothing was kept; draw it again.");
    case domain::MarkFault::OutsidePicture:
        return Errors::tr("The mark lies outside the picture. Nothing was kept; draw it inside.");
    case domain::MarkFault::OutsideFilm:
        return Errors::tr("A mark on a video names frames of that video, and only of a video. Nothing was kept; mark it on the frame that is meant.");
    case domain::MarkFault::NoteTooLong:
        return Errors::tr("The note of a mark has at most %1 characters. Nothing was kept; shorten it and try again.").arg(domain::mostMarkNote);
    case domain::MarkFault::ControlCharacters:
        return Errors::tr("The note has control characters in it. Nothing was kept; take them out and try again.");
    case domain::MarkFault::NoExtent:
        return Errors::tr("The mark has no length or no area, so nobody could see it. Nothing was kept; draw it larger.");
    case domain::MarkFault::NoText:
        return Errors::tr("A text mark says nothing without a text. Nothing was kept; write what is to stand there.");
    }
    return {};
}

} // namespace

QString errorText(const usecases::CommandError &error, domain::UtcMs)
{
    using enum usecases::CommandFault;
    switch (error.fault) {
    case NotFound:
        return Errors::tr("Nothing called \"%1\" was found. Check the number; a case is named by its case number or platform:number.").arg(error.text);
    case Ambiguous:
        return Errors::tr("Several platforms have a case \"%1\". Name it as platform:number.").arg(error.text);
    case NotAllowed:
        return Errors::tr("Your role does not allow this. Nothing was changed; ask a supervisor or the desk's admin.");
    case UnknownPerson:
        return Errors::tr("Nobody called \"%1\" works at this desk. Add them with: arbiter user add.").arg(error.text);
    case PersonNeeded:
        return Errors::tr("This needs a person: repeat it with --as NAME.");
    case WrongState:
        return wrongState(error);
    case NotHolder:
        if (error.who.isEmpty())
            return Errors::tr("You do not hold this case. Claim it first; what you wrote is kept as a draft.");
        return Errors::tr("%1 holds this case until %2. What you wrote is kept as a draft.").arg(error.who, timeOr(error.until));
    case TakenByOther:
        return takenText(error);
    case LeaseLost:
        if (!error.who.isEmpty())
            return takenText(error);
        return Errors::tr("Your hold on this case has ended and somebody else may hold it. What you wrote is kept as a draft; claim the case again.");
    case Changed:
        return changedText(error);
    case ConflictOfInterest:
        if (error.text.isEmpty() && !error.who.isEmpty())
            return Errors::tr("%1 has skipped this case because they know a party. The case goes to somebody else.").arg(error.who);
        if (error.text.isEmpty())
            return Errors::tr("You have skipped this case because you know a party. The case goes to somebody else.");
        if (!error.who.isEmpty())
            return Errors::tr("%1 is on the conflict-of-interest list for %2. The case goes to somebody else.").arg(error.who, error.text);
        return Errors::tr("You are on the conflict-of-interest list for %1. The case goes to somebody else.").arg(error.text);
    case ServedInOrder:
        if (error.text.isEmpty())
            return Errors::tr("This desk gives out cases in order, and none is to be had for you now. Choosing one is for supervisors.");
        return Errors::tr("This desk gives out cases in order; the next one for you is %1. Choosing one is for supervisors.").arg(error.text);
    case OnlyHolderPasses:
        return Errors::tr("This desk gives out cases in order; whoever holds a case parks or skips it, or a supervisor does. Nothing was changed.");
    case OwnRuling:
        return Errors::tr("You made the ruling that this is about; another person must decide. Nothing was changed.");
    case OwnRulingHeardAgain:
        if (!error.who.isEmpty())
            return Errors::tr("%1 made the ruling that is heard again; another person must hear it. Nothing was changed.").arg(error.who);
        return Errors::tr("You made the ruling that is heard again; another person must hear it. Nothing was changed.");
    case HearsNoAppeals:
        if (!error.who.isEmpty())
            return Errors::tr("%1 hears no appeals. Nothing was changed; choose a person who is named for them.").arg(error.who);
        return Errors::tr("This is an appeal, and appeals are heard by the people who are named for them. Nothing was changed; take the next case.");
    case NotDrafter:
        return Errors::tr("Only %1, who signed it, can recall it. Nothing was changed.").arg(error.who);
    case ReservedForOther:
        return Errors::tr("The case is reserved for %1 until %2.").arg(error.who, timeOr(error.until));
    case Parked:
        return Errors::tr("The case is parked until %1.").arg(timeOr(error.until));
    case QueueEmpty:
        return Errors::tr("No case is waiting");
    case RulingInvalid:
        return invalidRuling(error);
    case EvidenceWindowOpen: {
        const auto party = domain::fromCode<domain::Party>(error.text);
        return Errors::tr("Cannot sign yet: %1.")
            .arg(Errors::tr("the %1's evidence window ends at %2").arg(party ? label(*party).toLower() : error.text, timeOr(error.until)));
    }
    case RecallWindowOver:
        return recallOverText(error);
    case OtherContent:
        return Errors::tr("The command id \"%1\" was used before for something else. Nothing was changed; use a new id.").arg(error.text);
    case AlreadyAppealed:
        return Errors::tr("This side has appealed already; each side may appeal once.");
    case AppealWindowOver:
        return Errors::tr("The appeal window ended at %1.").arg(timeOr(error.until));
    case PartyUnknown: {
        const auto party = domain::fromCode<domain::Party>(error.text);
        return Errors::tr("The case has nothing to ask of this party: %1.").arg(party ? label(*party).toLower() : error.text);
    }
    case DeadlinePast:
        return Errors::tr("The deadline must lie in the future. Nothing was changed; name a later one.");
    case ParkTooLong:
        return Errors::tr("A case is put aside for a year at most. Nothing was changed; name an earlier day.");
    case TextMissing:
        return Errors::tr("A short reason is needed. Nothing was changed.");
    case BadValue:
        return Errors::tr("\"%1\" is not a value that fits here. Nothing was changed.").arg(visibleText(error.text));
    case TakesNoCases:
        return Errors::tr("%1 takes no cases: only reviewers and supervisors do. Nothing was changed.").arg(visibleText(error.text));
    case PersonExists:
        return Errors::tr("%1 already works at this desk. Nothing was changed; to change a person, disable them first and add them anew.").arg(error.who);
    case NoSuchSetting:
        return Errors::tr("There is no setting \"%1\"; the closest is %2. Nothing was changed; see: arbiter setting list.").arg(visibleText(error.text), error.closest);
    case SettingTooLarge:
        return Errors::tr("%1 may be %2 at most; more is never granted to a file. Nothing was changed.").arg(error.text, error.closest);
    case NoSuchView:
        return Errors::tr("There is no view called \"%1\". Nothing was changed.").arg(visibleText(error.text));
    case ViewNameUnfit:
        return Errors::tr("A view has a name of 1 to 60 characters. Nothing was changed.");
    case ControlCharacters:
        return Errors::tr("The text or name has control characters in it. Take them out and try again; nothing was changed.");
    case TagUnfit:
        return tagUnfitText(error.text);
    case TagOfDesk:
        return Errors::tr("The desk itself sets and takes off the tag \"%1\". Nothing was changed.").arg(tagLabel(error.text));
    case TooManyExhibits:
        return Errors::tr("A case has at most %1 exhibits, and this one has them. Nothing was written.").arg(error.text);
    case MarkUnfit:
        return markText(error.mark.value_or(domain::MarkFault::WrongPoints));
    case MarkOnOtherBytes:
        return Errors::tr("The mark was made on other bytes than the exhibit has now. It was not kept; open the case again and draw it anew.");
    case TooManyMarks:
        return Errors::tr("A case has room for %1 marks, or for fewer with long lines, and this one is full. Nothing was added; remove one that is not needed.")
            .arg(error.text);
    case NoSuchMark:
        return Errors::tr("The case has no mark %1; it may have been removed meanwhile. Nothing was changed.").arg(visibleText(error.text));
    case NoSuchNote:
        return Errors::tr("The case has no note %1; it may have been removed meanwhile. Nothing was changed.").arg(visibleText(error.text));
    case NotYourNote:
        return error.who.isEmpty() ? Errors::tr("Its author or a supervisor removes this note. Nothing was changed.")
                                   : Errors::tr("%1 wrote this note; its author or a supervisor removes it. Nothing was changed.").arg(visibleText(error.who));
    case NotYourMark:
        return Errors::tr("%1 made this mark; its author or a supervisor removes it. Nothing was changed.").arg(visibleText(error.who));
    case MarkCited:
        return Errors::tr("A ruling or a draft points at mark %1, so the mark stays as it was cited. Nothing was changed; draw another mark, or take the citation out of the draft first.")
            .arg(visibleText(error.text));
    case CalendarMissing:
        return Errors::tr("The working-day calendar has no data for this deadline (%1). Add the year with: arbiter calendar add FILE.").arg(error.text);
    case NoRuleBook:
        return Errors::tr("No rule book is in force for this (%1).").arg(error.text);
    case NoFrameThen:
        return noFrameThenText(error);
    case RegionOutside:
        return Errors::tr("The region does not lie in %1, which is %2 pixels. Nothing was changed; name one inside of it.").arg(visibleText(error.text), error.closest);
    case EvidenceRefused:
        return Errors::tr("The file was not taken as evidence: %1 Nothing was written.").arg(error.text); // a sentence
    case VaultBroken:
        return Errors::tr("The evidence vault cannot be written. Nothing was changed; see: arbiter doctor.");
    case FileLost:
        return Errors::tr("The file of %1 is not in the evidence store, so nothing can be pinned to it. Nothing was changed; see: arbiter db check --thorough.")
            .arg(visibleText(error.text));
    case FileAltered:
        return Errors::tr("The bytes of %1 in the evidence store do not match their checksum, so nothing can be pinned to it. Nothing was changed; see: arbiter db check --thorough.")
            .arg(visibleText(error.text));
    case NotRecorded:
        return error.text == u"ruling" ? Errors::tr("Not recorded; your draft is still here.")
                                       : Errors::tr("The connection was lost before this was recorded. Nothing was changed; try again.");
    case StoreBusy:
        return Errors::tr("The database is busy. Nothing was changed; try again in a moment.");
    case StoreReadOnly:
        return Errors::tr("The database takes no changes (read-only, or the disk is full). Nothing was changed; reading goes on.");
    case StoreOffline:
        return Errors::tr("The database connection is lost. Your draft is kept on this computer; signing is off until it is back.");
    case StoreBroken:
        return Errors::tr("The database did not carry this out. Nothing was changed; see: arbiter doctor.");
    }
    return {};
}

QString errorTextAbout(const QString &caseNo, const usecases::CommandError &error, const QString &me)
{
    using enum usecases::CommandFault;
    const bool mineElsewhere = (error.fault == LeaseLost || error.fault == TakenByOther) && !me.isEmpty() && error.who == me;
    const QString text = mineElsewhere ? Errors::tr("You claimed this case again yourself at %1, in another window or on the command line. "
                                                    "What you wrote is kept as a draft; look at the case, then do it again.").arg(timeOr(error.since))
                                       : errorText(error);
    return caseNo.isEmpty() ? text : Errors::tr("%1: %2").arg(visibleText(caseNo), text);
}

QString readOnlyText()
{
    return Errors::tr("The database can only be read: its file, its folder or its server takes no changes. Claiming and ruling are off.");
}

namespace {

template<typename E>
QStringList codesIn()
{
    QStringList codes;
    for (const auto &row : domain::codeTable<E>())
        codes.append(QString::fromLatin1(row.code));
    return codes;
}

/// What the filter key @p key can be.
QStringList filterCodes(const QString &key)
{
    if (key == u"state")
        return codesIn<domain::DisputeState>();
    if (key == u"reason")
        return codesIn<domain::Reason>();
    return key == u"type" ? codesIn<domain::AfterSaleType>() : codesIn<domain::CaseFlag>() + usecases::deskTags();
}

} // namespace

QString errorText(const usecases::FilterError &error)
{
    if (error.expected == u"quote")
        return Errors::tr("The quotation mark is not closed: %1. Write the second one behind the value, or take the first out.").arg(typedText(error.token));
    if (error.expected == u"word")
        return Errors::tr("\"%1\" has neither a letter nor a figure to search for. Write a word or a number, or take it out.").arg(typedText(error.token));
    const QString key = error.token.section(u':', 0, 0), value = error.token.section(u':', 1);
    if (error.expected == u"person")
        return Errors::tr("Nobody at this desk is called \"%1\", so %2 finds no case. Write the name as it stands beside the cases.").arg(typedText(value), QString(key + u':'));
    if (error.expected == u"key") {
        return Errors::tr("\"%1\" is no filter. There are: %2. A word without a colon is searched for in the cases.")
            .arg(typedText(key), usecases::queueFilterKeys().join(u' '));
    }
    if (error.expected == u"amount")
        return Errors::tr("\"%1\" is no sum. Sums are whole fen: amount:>=100000, amount:<=5000 or amount:5000..100000.").arg(typedText(value));
    if (error.expected == u"range")
        return Errors::tr("\"%1\" begins above its end. Write the smaller sum first: amount:5000..100000.").arg(typedText(value));
    if (error.expected == u"value")
        return Errors::tr("\"%1:\" needs a value behind the colon. Write it there, in double quotes when it has spaces, or take the filter out.").arg(key);
    if (error.expected == u"duration")
        return Errors::tr("\"%1\" is no time. Times are minutes, hours or days: due:<90m, due:<24h or due:<3d.").arg(typedText(value));
    if (error.expected == u"contradiction")
        return Errors::tr("\"%1\" contradicts what stands before it: no case is both. Take one of the two out.").arg(typedText(error.token));
    if (error.expected == u"yes or no")
        return Errors::tr("\"%1\" is neither yes nor no. Write %2:yes or %2:no.").arg(typedText(value), key);
    return Errors::tr("No %1 is called \"%2\". There are: %3. Their names in Chinese or English do as well.").arg(key, typedText(value), filterCodes(key).join(u' '));
}

QString commandLineText(const usecases::CommandError &error)
{
    using enum usecases::CommandFault;
    if (error.fault == NotHolder && error.who.isEmpty())
        return Errors::tr("You do not hold this case. Nothing was changed; claim it first.");
    if (error.fault == NotHolder)
        return Errors::tr("%1 holds this case until %2. Nothing was changed.").arg(error.who, timeOr(error.until));
    if (error.fault == TakenByOther) {
        return Errors::tr("%1 took this case at %2. Nothing was changed. Take the next case, or wait until the hold ends at %3.")
            .arg(error.who, timeOr(error.since), timeOr(error.until));
    }
    if (error.fault == LeaseLost)
        return Errors::tr("Your hold on this case has ended and somebody else may hold it. Nothing was changed; claim the case again.");
    if (error.fault == Changed)
        return Errors::tr("The case was changed by somebody else at the same time. Nothing was changed by you; look at it, then repeat the command.");
    if (error.fault == QueueEmpty)
        return Errors::tr("No case is waiting for you. Nothing was claimed; all cases are in: arbiter queue --view all");
    if (error.fault == NoSuchView)
        return Errors::tr("There is no view called \"%1\". Nothing was changed; see: arbiter view list").arg(visibleText(error.text));
    if (error.fault == StoreOffline)
        return Errors::tr("The database connection is lost. When it is back, look whether the command took effect, then repeat it if it did not.");
    return errorText(error);
}

QString notTakenBackText(const usecases::CommandError &error)
{
    if (error.fault != usecases::CommandFault::Changed)
        return commandLineText(error);
    if (error.text.isEmpty())
        return Errors::tr("The case has changed since. It stays as it is now.");
    if (error.text == u"claim")
        return Errors::tr("%1 claimed the case at %2. It stays as it is now.").arg(error.who, timeOr(error.since));
    return Errors::tr("The case has changed since: %1. It stays as it is now.").arg(whatChanged(error));
}

QString errorText(domain::RulingProblem problem)
{
    using enum domain::RulingProblem;
    switch (problem) {
    case RefundOutOfRange: return Errors::tr("the refund must lie between nothing and the disputed sum");
    case RefundMustBePositive: return Errors::tr("this outcome needs an amount");
    case RefundMustBeZero: return Errors::tr("this outcome refunds nothing");
    case RefundMustBePartial: return Errors::tr("a partial refund is less than what was paid");
    case RefundMustBeFull: return Errors::tr("a full refund gives back the whole disputed sum");
    case BlameDoesNotAddUp: return Errors::tr("the shares of blame must add up to 100 %");
    case NoReturnReasonMissing: return Errors::tr("say why nothing goes back");
    case NoReturnReasonNotAllowed: return Errors::tr("this outcome takes no reason for keeping the goods");
    case LegsDoNotAddUp: return Errors::tr("the parts of the refund do not add up");
    case FundingDoesNotAddUp: return Errors::tr("the sources of the money do not add up to the refund");
    case FindingMissing: return Errors::tr("nothing is cited yet");
    case CitationNotOne: return Errors::tr("a citation must name exactly one place");
    case CitationUnknown: return Errors::tr("a citation names something that the case does not have");
    case RegionWithoutFrame: return Errors::tr("a citation names a region of a video without the frame or time it lies on");
    case NoFrameThen: return Errors::tr("a citation names a time of a video at which no frame begins");
    case MarkUnknown: return Errors::tr("a citation names a mark that the case does not have, or not any more");
    case MarkElsewhere: return Errors::tr("a citation names another place than the mark it is said to be made from");
    case CitationDigestDiffers: return Errors::tr("a citation was made of something else than what stands there now");
    case ReasonsMissing: return Errors::tr("the reasons are missing");
    case DepartureMissing: return Errors::tr("say why you depart from the suggestion");
    case ItemUnknown: return Errors::tr("an item is not part of the order");
    case ExecuteByInvalid: return Errors::tr("the deadline for execution must be a clock such as hours:48 or days:7, not a date");
    case PartyNotInCase: return Errors::tr("it names a creator, but this case has none");
    case ClauseUnknown: return Errors::tr("the clause is not in the rule book");
    case ConductNotAllowed: return Errors::tr("this conduct is found by execution, not by a ruling");
    case CountedWithoutBlame: return Errors::tr("it counts toward the merchant's metrics, but the merchant bears no share of the blame");
    case ElementOpen: return Errors::tr("a finding has no verdict yet");
    }
    return {};
}

QString reconnectingText(int attempt)
{
    return Errors::tr("The database connection is lost; reconnecting (attempt %1). Open evidence stays readable and your draft is kept on this "
                      "computer. Signing is off until it is back.").arg(attempt);
}

QString checkingText()
{
    return Errors::tr("Checking whether your last ruling was recorded…");
}

QString recordedText(domain::UtcMs at)
{
    return Errors::tr("Recorded at %1.").arg(dateTimeText(at));
}

namespace {

/// Sums that do not add up, with their figures; empty when the fault has none.
QString sumsText(const domain::RulingFault &fault)
{
    if (!fault.sum || !fault.expected)
        return {};
    const domain::Money off(qAbs(fault.sum->fen() - fault.expected->fen()));
    const QString field = fault.problem == domain::RulingProblem::FundingDoesNotAddUp ? Errors::tr("Funded by") : Errors::tr("Parts of the refund");
    return Errors::tr("The parts add up to %1 but should be %2 (off by %3). Adjust \"%4\"")
        .arg(moneyText(*fault.sum), moneyText(*fault.expected), moneyText(off), field);
}

/// By their times as files of rulings name them.
QString nextFramesText(const domain::RulingFault &fault)
{
    if (fault.before && fault.after)
        return Errors::tr("a citation names a time of a video at which no frame begins; the frames next to it begin at the pts %1 and %2")
            .arg(*fault.before).arg(*fault.after);
    const auto next = fault.before ? fault.before : fault.after;
    return next ? Errors::tr("a citation names a time of a video at which no frame begins; the frame next to it begins at the pts %1").arg(*next)
                : errorText(fault.problem);
}

} // namespace

QString errorText(const domain::RulingFault &fault, const domain::RuleBook &book)
{
    if (fault.problem == domain::RulingProblem::NoFrameThen)
        return nextFramesText(fault);
    if (const QString sums = sumsText(fault); !sums.isEmpty())
        return Errors::tr("%1. Everything else is saved").arg(sums);
    if (fault.problem == domain::RulingProblem::RefundOutOfRange && fault.expected)
        return Errors::tr("the refund must lie between nothing and the disputed sum of %1").arg(moneyText(*fault.expected));
    if (fault.problem != domain::RulingProblem::ElementOpen || fault.element.isEmpty())
        return errorText(fault.problem);
    if (fault.where.endsWith(u"/permille") || fault.where.endsWith(u"/fen"))
        return Errors::tr("element \"%1\" needs its number").arg(elementName(fault.element, book));
    return Errors::tr("element \"%1\" is still open").arg(elementName(fault.element, book));
}

QString faultText(const domain::RulingFault &fault, const domain::RuleBook &book)
{
    const QString sums = sumsText(fault);
    const QString text = sums.isEmpty() ? errorText(fault, book) : sums;
    return fault.where.isEmpty() || !fault.element.isEmpty() ? text : Errors::tr("%1 (%2)").arg(text, fault.where);
}

QString errorText(usecases::VaultError error)
{
    using enum usecases::VaultError;
    switch (error) {
    case NotNamed: return Errors::tr("no evidence vault is named");
    case Strange: return Errors::tr("the folder of the evidence vault is empty, while this desk has evidence");
    case Missing: return Errors::tr("the file is not in the evidence vault");
    case Damaged: return Errors::tr("the stored bytes no longer match their digest");
    case NoSpace: return Errors::tr("there is no space left on the evidence vault's disk");
    case WrongDatabase: return Errors::tr("the evidence vault belongs to another database");
    case NotWritable: return Errors::tr("the evidence vault cannot be written");
    case Broken: return Errors::tr("the evidence vault cannot be read");
    }
    return {};
}

QString vaultText(usecases::VaultError error)
{
    using enum usecases::VaultError;
    const QString what = Errors::tr("The evidence vault cannot be used: %1. Nothing was changed.").arg(errorText(error));
    switch (error) {
    case NotNamed: return joined(what, Errors::tr("Name it with --vault FOLDER, or in ARBITER_VAULT."));
    case Strange: return joined(what, Errors::tr("Name the folder that holds the evidence with --vault FOLDER; add --new-vault to begin with an empty one all the same."));
    case WrongDatabase: return joined(what, Errors::tr("Name the folder that belongs to this desk with --vault FOLDER."));
    case NoSpace: return joined(what, Errors::tr("Free some space and try again."));
    case Missing:
    case Damaged:
    case NotWritable:
    case Broken: return joined(what, Errors::tr("Check the folder and its permissions; see: arbiter doctor."));
    }
    return what;
}

} // namespace arb::presentation
