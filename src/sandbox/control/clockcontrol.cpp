#include "sandbox/control/clockcontrol.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace poolscope::sandbox {

namespace {

using ReadMs = tl::expected<qint64, QString>;

json::Value inSeconds(qint64 milliseconds)
{
    return json::Value::number(QByteArray::number(double(milliseconds) / 1000, 'f', 3));
}

// Far beyond the bounds of the clock, and far within those of the arithmetic.
constexpr double mostSeconds = 1e11;

ReadMs readSeconds(const QString &name, const json::Value &value)
{
    const auto seconds = value.toDouble();
    if (!value.isNumber() || !seconds || std::abs(*seconds) > mostSeconds)
        return tl::unexpected(QStringLiteral("\"%1\" takes a number of seconds.").arg(name));
    return std::llround(*seconds * 1000);
}

ReadMs readMoment(const json::Value &value)
{
    if (value.isNumber())
        return readSeconds(QStringLiteral("to"), value);
    // Without a zone nobody can tell whose time is meant.
    static const QRegularExpression form(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d)$"));
    const QString text = value.toString();
    const QDateTime moment = form.match(text).hasMatch() ? QDateTime::fromString(text, Qt::ISODateWithMs) : QDateTime();
    if (!moment.isValid()) {
        return tl::unexpected(QStringLiteral(
            "\"to\" takes a moment with its zone, such as \"2026-12-24T18:00:00Z\", or seconds since 1970 UTC."));
    }
    return moment.toMSecsSinceEpoch();
}

ReadMs readOffset(const json::Member &member, qint64 offsetMs, qint64 realNowMs)
{
    const auto plus = [](const ReadMs &read, qint64 more) { return read ? ReadMs(*read + more) : read; };
    if (member.name == QLatin1StringView("advance"))
        return plus(readSeconds(member.name, member.value), offsetMs);
    if (member.name == QLatin1StringView("offset"))
        return readSeconds(member.name, member.value);
    if (member.name == QLatin1StringView("to"))
        return plus(readMoment(member.value), -realNowMs);
    if (member.name != QLatin1StringView("reset"))
        return tl::unexpected(
            QStringLiteral("There is no member \"%1\"; take one of advance, offset, to and reset.").arg(member.name));
    if (!member.value.toBool())
        return tl::unexpected(QStringLiteral("\"reset\" takes true and nothing else."));
    return 0;
}

} // namespace

Result<void> checkClockOffset(qint64 offsetMs, qint64 realNowMs)
{
    const qint64 wantedMs = realNowMs + offsetMs;
    if (wantedMs >= earliestClockMs && wantedMs <= latestClockMs)
        return {};
    return failure(Error::validation(
        QStringLiteral("ClockOutOfRange"),
        QCoreApplication::translate("Sandbox", "The sandbox's clock can stand at any time from 2000 to 2199.")));
}

tl::expected<qint64, QString> readClockCommand(const json::Value &command, qint64 offsetMs, qint64 realNowMs)
{
    if (!command.isObject() || command.size() != 1)
        return tl::unexpected(
            QStringLiteral("The body takes an object with exactly one of advance, offset, to and reset."));
    const auto wanted = readOffset(command.members().first(), offsetMs, realNowMs);
    if (wanted && !checkClockOffset(*wanted, realNowMs))
        return tl::unexpected(QStringLiteral("The clock can stand at any time from 2000 to 2199."));
    return wanted;
}

json::Value clockState(qint64 offsetMs, qint64 realNowMs)
{
    const qint64 nowMs = realNowMs + offsetMs;
    json::Value state = json::Value::object();
    state.set(QStringLiteral("time"), inSeconds(nowMs));
    state.set(QStringLiteral("utc"), QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(Qt::ISODateWithMs));
    state.set(QStringLiteral("realTime"), inSeconds(realNowMs));
    state.set(QStringLiteral("offset"), inSeconds(offsetMs));
    state.set(QStringLiteral("isReal"), offsetMs == 0);
    return state;
}

} // namespace poolscope::sandbox
