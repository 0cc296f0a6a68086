#include "activity/activityfilter.h"

#include <algorithm>

namespace poolscope::activity {

using transport::ActivityEntry;

namespace {

bool occursIn(const QString &text, const QString &word)
{
    return text.contains(word, Qt::CaseInsensitive);
}

bool occursIn(const json::Value &value, const QString &word)
{
    if (value.isString())
        return occursIn(value.toString(), word);
    if (value.isNumber())
        return occursIn(QString::fromLatin1(value.numberText()), word);
    if (value.isArray()) {
        return std::any_of(value.elements().cbegin(), value.elements().cend(),
                           [&word](const json::Value &element) { return occursIn(element, word); });
    }
    return std::any_of(value.members().cbegin(), value.members().cend(), [&word](const json::Member &member) {
        return occursIn(member.name, word) || occursIn(member.value, word);
    });
}

bool hasWord(const ActivityEntry &entry, const QString &word)
{
    const QString status = entry.httpStatus > 0 ? QString::number(entry.httpStatus) : QString();
    for (const QString &text : {entry.operation, entry.action.title(), entry.errorCode, entry.errorMessage, status,
                                entry.requestId, entry.endpointHost}) {
        if (occursIn(text, word))
            return true;
    }
    return occursIn(entry.request, word) || occursIn(entry.response, word);
}

bool hasOutcome(const ActivityEntry &entry, ActivityFilter::Outcome outcome)
{
    using State = ActivityEntry::State;
    switch (outcome) {
    case ActivityFilter::Outcome::Any:
        return true;
    case ActivityFilter::Outcome::Succeeded:
        return entry.state == State::Succeeded;
    case ActivityFilter::Outcome::Failed:
        return entry.state == State::Failed || entry.state == State::Cancelled;
    }
    return true;
}

} // namespace

bool matches(const ActivityFilter &filter, const ActivityEntry &entry)
{
    if (!hasOutcome(entry, filter.outcome))
        return false;
    if (!filter.operation.isEmpty() && filter.operation != entry.operation)
        return false;
    if (!filter.action.isNull() && filter.action != entry.action)
        return false;
    const QStringList words = filter.text.simplified().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(), [&entry](const QString &word) { return hasWord(entry, word); });
}

} // namespace poolscope::activity
