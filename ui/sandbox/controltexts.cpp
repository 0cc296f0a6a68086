#include "ui/sandbox/controltexts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>

namespace poolscope::ui {

namespace {

struct ControlTexts
{
    Q_DECLARE_TR_FUNCTIONS(SandboxControls)
};

constexpr int namedOperations = 3;
constexpr int namedFaults = 3;

QString unitText(int unit, int count)
{
    switch (unit) {
    case 0:
        return ControlTexts::tr("%n days", nullptr, count);
    case 1:
        return ControlTexts::tr("%n hours", nullptr, count);
    case 2:
        return ControlTexts::tr("%n minutes", nullptr, count);
    default:
        return ControlTexts::tr("%n seconds", nullptr, count);
    }
}

QString durationText(qint64 seconds)
{
    constexpr std::array<qint64, 4> lengths{86'400, 3'600, 60, 1};
    QStringList parts;
    for (int unit = 0; unit < int(lengths.size()) && parts.size() < 2; ++unit) {
        const qint64 count = seconds / lengths[size_t(unit)];
        seconds %= lengths[size_t(unit)];
        if (count > 0)
            parts << unitText(unit, int(count));
        else if (!parts.isEmpty())
            break; // "2 days, 5 seconds" says more than anybody wants to know
    }
    return parts.join(QStringLiteral(", "));
}

QString operationsText(const sandbox::Fault &fault)
{
    if (fault.operations.isEmpty())
        return ControlTexts::tr("every operation");
    if (fault.operations.size() <= namedOperations)
        return fault.operations.join(QStringLiteral(", "));
    return ControlTexts::tr("%1 and %n more", nullptr, int(fault.operations.size()) - namedOperations)
        .arg(fault.operations.first(namedOperations).join(QStringLiteral(", ")));
}

QString kindText(sandbox::Fault::Kind kind)
{
    using Kind = sandbox::Fault::Kind;
    switch (kind) {
    case Kind::Delay:
        return ControlTexts::tr("late answer");
    case Kind::Cut:
        return ControlTexts::tr("connection cut, nothing done");
    case Kind::LostAnswer:
        return ControlTexts::tr("carried out, answer lost");
    case Kind::TooManyRequests:
    case Kind::InternalError:
        break;
    }
    return sandbox::faultName(kind);
}

} // namespace

QString clockOffsetText(qint64 offsetMs)
{
    const qint64 seconds = (qAbs(offsetMs) + 500) / 1000;
    if (seconds == 0)
        return ControlTexts::tr("at real time");
    return (offsetMs > 0 ? ControlTexts::tr("%1 ahead of real time") : ControlTexts::tr("%1 behind real time"))
        .arg(durationText(seconds));
}

QString faultText(const sandbox::Fault &fault)
{
    QString text = QStringLiteral("%1: %2").arg(operationsText(fault), kindText(fault.kind));
    if (fault.delayMs > 0)
        text = ControlTexts::tr("%1 after %2 ms").arg(text, QLocale().toString(fault.delayMs));
    if (fault.times)
        text = ControlTexts::tr("%1 (%n more times)", nullptr, *fault.times).arg(text);
    return text;
}

QString faultsText(const QList<sandbox::Fault> &all)
{
    QStringList parts;
    for (qsizetype i = 0; i < all.size() && i < namedFaults; ++i)
        parts << faultText(all.at(i));
    if (all.size() > namedFaults)
        parts << ControlTexts::tr("%n more", nullptr, int(all.size()) - namedFaults);
    return parts.join(QStringLiteral("; "));
}

} // namespace poolscope::ui
