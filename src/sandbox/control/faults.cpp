#include "sandbox/control/faults.h"

#include "model/descriptor.h"

#include <algorithm>
#include <array>

namespace poolscope::sandbox {

namespace {

struct NamedFault
{
    Fault::Kind kind;
    QLatin1StringView name;
};

constexpr std::array namedFaults{
    NamedFault{Fault::Kind::Delay, QLatin1StringView("delay")},
    NamedFault{Fault::Kind::TooManyRequests, QLatin1StringView("TooManyRequestsException")},
    NamedFault{Fault::Kind::InternalError, QLatin1StringView("InternalErrorException")},
    NamedFault{Fault::Kind::Cut, QLatin1StringView("cut")},
    NamedFault{Fault::Kind::LostAnswer, QLatin1StringView("lost-answer")},
};

using Problem = std::optional<QString>;

Problem readKind(const json::Value &value, Fault &fault)
{
    QStringList names;
    for (const NamedFault &known : namedFaults) {
        if (value.isString() && value.toString() == known.name) {
            fault.kind = known.kind;
            return std::nullopt;
        }
        names << QString(known.name);
    }
    return QStringLiteral("\"fault\" takes one of %1.").arg(names.join(QStringLiteral(", ")));
}

Problem readWhole(const json::Member &member, int least, int most, const std::function<void(int)> &take)
{
    const auto number = member.value.isNumber() ? member.value.toInteger() : std::nullopt;
    if (!number || *number < least || *number > most)
        return QStringLiteral("\"%1\" takes a whole number from %2 to %3.").arg(member.name).arg(least).arg(most);
    take(int(*number));
    return std::nullopt;
}

Problem readOperations(const json::Value &value, Fault &fault)
{
    if (!value.isArray())
        return QStringLiteral("\"operations\" takes a list of names; an empty one stands for every operation.");
    for (const json::Value &one : value.elements()) {
        const QString name = one.toString();
        if (name.isEmpty() || !model::findOperation(model::cognitoIdp(), name))
            return QStringLiteral("There is no operation \"%1\".").arg(name.left(100));
        if (!fault.operations.contains(name))
            fault.operations << name;
    }
    return std::nullopt;
}

Problem readFaultMember(const json::Member &member, Fault &fault)
{
    if (member.name == QLatin1StringView("fault"))
        return readKind(member.value, fault);
    if (member.name == QLatin1StringView("delayMs"))
        return readWhole(member, 0, Fault::maximumDelayMs, [&](int number) { fault.delayMs = number; });
    if (member.name == QLatin1StringView("times"))
        return readWhole(member, 1, Fault::maximumTimes, [&](int number) { fault.times = number; });
    if (member.name == QLatin1StringView("operations"))
        return readOperations(member.value, fault);
    return QStringLiteral("A fault has no member \"%1\"; it takes fault, delayMs, operations and times.")
        .arg(member.name);
}

json::Value toJson(const Fault &fault)
{
    json::Value operations = json::Value::array();
    for (const QString &name : fault.operations)
        operations.append(name);
    json::Value value = json::Value::object();
    value.set(QStringLiteral("fault"), faultName(fault.kind));
    value.set(QStringLiteral("delayMs"), fault.delayMs);
    value.set(QStringLiteral("operations"), operations);
    if (fault.times)
        value.set(QStringLiteral("times"), *fault.times);
    value.set(QStringLiteral("taken"), fault.taken);
    return value;
}

} // namespace

QString faultName(Fault::Kind kind)
{
    const auto known =
        std::find_if(namedFaults.begin(), namedFaults.end(), [&](const NamedFault &one) { return one.kind == kind; });
    return QString(known->name);
}

tl::expected<Fault, QString> readFault(const json::Value &value)
{
    if (!value.isObject() || !value.contains(u"fault"))
        return tl::unexpected(QStringLiteral("A fault is an object with the member \"fault\"."));
    Fault fault;
    for (const json::Member &member : value.members()) {
        if (const Problem problem = readFaultMember(member, fault))
            return tl::unexpected(*problem);
    }
    if (fault.kind == Fault::Kind::Delay && fault.delayMs == 0)
        return tl::unexpected(QStringLiteral("A delay needs \"delayMs\", which is at least 1."));
    return fault;
}

tl::expected<QList<Fault>, QString> readFaults(const json::Value &value)
{
    if (!value.isObject() || value.size() != 1 || !value.value(u"faults").isArray())
        return tl::unexpected(QStringLiteral("The body takes an object with the list \"faults\" and nothing else."));
    const QList<json::Value> elements = value.value(u"faults").elements();
    if (elements.size() > FaultBoard::maximumFaults)
        return tl::unexpected(QStringLiteral("There can be %1 faults at once.").arg(FaultBoard::maximumFaults));
    QList<Fault> faults;
    for (const json::Value &element : elements) {
        const auto fault = readFault(element);
        if (!fault)
            return tl::unexpected(fault.error());
        faults << *fault;
    }
    return faults;
}

json::Value faultsState(const QList<Fault> &faults)
{
    json::Value list = json::Value::array();
    for (const Fault &fault : faults)
        list.append(toJson(fault));
    json::Value state = json::Value::object();
    state.set(QStringLiteral("faults"), list);
    return state;
}

FaultBoard::FaultBoard(std::function<void()> changed)
    : m_changed(std::move(changed))
{
}

QList<Fault> FaultBoard::faults() const
{
    const std::lock_guard lock(m_mutex);
    return m_faults;
}

void FaultBoard::set(const QList<Fault> &faults)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_faults == faults)
            return;
        m_faults = faults;
    }
    if (m_changed)
        m_changed();
}

bool FaultBoard::add(const Fault &fault)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_faults.size() >= maximumFaults)
            return false;
        m_faults << fault;
    }
    if (m_changed)
        m_changed();
    return true;
}

std::optional<Fault> FaultBoard::take(const QString &operation)
{
    std::optional<Fault> taken;
    {
        const std::lock_guard lock(m_mutex);
        const auto meets = [&](const Fault &fault) {
            return fault.operations.isEmpty() || fault.operations.contains(operation);
        };
        const auto fault = std::find_if(m_faults.begin(), m_faults.end(), meets);
        if (fault == m_faults.end())
            return std::nullopt;
        ++fault->taken;
        if (fault->times)
            --*fault->times;
        taken = *fault;
        if (fault->times == 0)
            m_faults.erase(fault);
    }
    if (m_changed)
        m_changed();
    return taken;
}

} // namespace poolscope::sandbox
