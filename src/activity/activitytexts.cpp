#include "activity/activitytexts.h"

#include "activity/activitymodel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace poolscope::activity {

using transport::ActivityEntry;

namespace {

QString clockTime(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString answerText(const ActivityEntry &entry)
{
    if (entry.state == ActivityEntry::State::Succeeded)
        return QString::number(entry.httpStatus);
    return entry.httpStatus == 0 ? entry.errorCode : QStringLiteral("%1 %2").arg(entry.httpStatus).arg(entry.errorCode);
}

QString resultText(const ActivityEntry &entry)
{
    switch (entry.state) {
    case ActivityEntry::State::Pending:
        return QCoreApplication::translate("ActivityModel", "Waiting");
    case ActivityEntry::State::Cancelled:
        return QCoreApplication::translate("ActivityModel", "Cancelled");
    case ActivityEntry::State::Succeeded:
    case ActivityEntry::State::Failed:
        break;
    }
    return entry.fault.isEmpty()
               ? answerText(entry)
               : QCoreApplication::translate("ActivityModel", "%1 (fault on demand)").arg(answerText(entry));
}

QString resultToolTip(const ActivityEntry &entry)
{
    QStringList lines;
    if (!entry.errorMessage.isEmpty())
        lines += entry.errorMessage;
    if (!entry.fault.isEmpty())
        lines += QCoreApplication::translate("ActivityModel", "Fault on demand: %1").arg(entry.fault);
    return lines.join(u'\n');
}

} // namespace

QString cellText(const ActivityEntry &entry, int column)
{
    switch (column) {
    case ActivityModel::TimeColumn:
        return clockTime(entry.startedAt);
    case ActivityModel::OperationColumn:
        return entry.attempt > 1 ? QCoreApplication::translate("ActivityModel", "%1 (attempt %2)")
                                       .arg(entry.operation)
                                       .arg(entry.attempt)
                                 : entry.operation;
    case ActivityModel::ResultColumn:
        return resultText(entry);
    case ActivityModel::DurationColumn:
        return entry.durationMs < 0 ? QString() : QLocale().toString(entry.durationMs);
    case ActivityModel::RequestIdColumn:
        return entry.requestId;
    default:
        return {};
    }
}

QString cellToolTip(const ActivityEntry &entry, int column)
{
    switch (column) {
    case ActivityModel::TimeColumn:
        return entry.startedAt.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz 'UTC'"));
    case ActivityModel::OperationColumn:
        return entry.action.isNull() ? entry.endpointHost
                                     : QStringLiteral("%1 - %2").arg(entry.action.title(), entry.endpointHost);
    case ActivityModel::ResultColumn:
        return resultToolTip(entry);
    default:
        return {};
    }
}

QString headingText(const QList<const ActivityEntry *> &entries, int column)
{
    const ActivityEntry &first = *entries.constFirst();
    switch (column) {
    case ActivityModel::TimeColumn:
        return clockTime(first.action.isNull() ? first.startedAt : first.action.startedAt());
    case ActivityModel::OperationColumn:
        return first.action.isNull() ? first.operation : first.action.title();
    case ActivityModel::ResultColumn:
        return QCoreApplication::translate("ActivityModel", "%n request(s)", nullptr, int(entries.size()));
    case ActivityModel::DurationColumn: {
        qint64 sum = 0;
        for (const ActivityEntry *entry : entries)
            sum += std::max<qint64>(entry->durationMs, 0);
        return QLocale().toString(sum);
    }
    default:
        return {};
    }
}

ActivityEntry::State headingState(const QList<const ActivityEntry *> &entries)
{
    const bool waits = std::any_of(entries.cbegin(), entries.cend(), [](const auto *one) { return one->pending(); });
    return waits ? ActivityEntry::State::Pending : entries.constLast()->state;
}

QString columnTitle(int column)
{
    switch (column) {
    case ActivityModel::TimeColumn:
        return QCoreApplication::translate("ActivityModel", "Time");
    case ActivityModel::OperationColumn:
        return QCoreApplication::translate("ActivityModel", "Operation");
    case ActivityModel::ResultColumn:
        return QCoreApplication::translate("ActivityModel", "Result");
    case ActivityModel::DurationColumn:
        return QCoreApplication::translate("ActivityModel", "Duration (ms)");
    case ActivityModel::RequestIdColumn:
        return QCoreApplication::translate("ActivityModel", "Request id");
    default:
        return {};
    }
}

} // namespace poolscope::activity
