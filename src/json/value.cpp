#include "json/value.h"

#include "json/numbers.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace poolscope::json {

namespace {

// Beyond this a double no longer holds every integer.
constexpr double largestExactInteger = 9007199254740992.0;

template<class Members>
auto findMember(Members &members, QAnyStringView name)
{
    return std::find_if(members.begin(), members.end(), [name](const Member &m) { return m.name == name; });
}

} // namespace

Value::Value() = default;
Value::Value(const Value &) = default;
Value::Value(Value &&) noexcept = default;
Value &Value::operator=(const Value &) = default;
Value &Value::operator=(Value &&) noexcept = default;
Value::~Value() = default;

Value::Value(int value)
    : m_data(QByteArray::number(value))
{
}

Value::Value(qint64 value)
    : m_data(QByteArray::number(value))
{
}

Value::Value(double value)
{
    if (!std::isfinite(value))
        return;
    if (value == std::trunc(value) && std::abs(value) <= largestExactInteger)
        m_data = QByteArray::number(static_cast<qint64>(value));
    else
        m_data = QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

Value::Value(const QString &value)
    : m_data(value)
{
}

Value::Value(QLatin1StringView value)
    : m_data(QString(value))
{
}

Value::Value(QList<Value> elements)
    : m_data(std::move(elements))
{
}

Value::Value(QList<Member> members)
    : m_data(std::move(members))
{
}

Value Value::number(QByteArray text)
{
    Q_ASSERT(isNumberText({text.constData(), size_t(text.size())}));
    Value value;
    value.m_data = std::move(text);
    return value;
}

Value Value::array()
{
    return Value(QList<Value>());
}

Value Value::object()
{
    return Value(QList<Member>());
}

bool Value::toBool(bool fallback) const
{
    const bool *value = std::get_if<bool>(&m_data);
    return value ? *value : fallback;
}

QString Value::toString(const QString &fallback) const
{
    const QString *value = std::get_if<QString>(&m_data);
    return value ? *value : fallback;
}

QByteArray Value::numberText() const
{
    const QByteArray *text = std::get_if<QByteArray>(&m_data);
    return text ? *text : QByteArray();
}

std::optional<qint64> Value::toInteger() const
{
    const QByteArray *text = std::get_if<QByteArray>(&m_data);
    return text ? integerOf({text->constData(), size_t(text->size())}) : std::nullopt;
}

std::optional<double> Value::toDouble() const
{
    const QByteArray *text = std::get_if<QByteArray>(&m_data);
    if (!text)
        return std::nullopt;
    bool ok = false;
    const double value = text->toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

qsizetype Value::size() const
{
    return isArray() ? elements().size() : members().size();
}

const QList<Value> &Value::elements() const &
{
    static const QList<Value> none;
    const auto *list = std::get_if<QList<Value>>(&m_data);
    return list ? *list : none;
}

const QList<Member> &Value::members() const &
{
    static const QList<Member> none;
    const auto *list = std::get_if<QList<Member>>(&m_data);
    return list ? *list : none;
}

Value Value::value(QAnyStringView name) const
{
    const auto found = findMember(members(), name);
    return found == members().end() ? Value() : found->value;
}

bool Value::contains(QAnyStringView name) const
{
    return findMember(members(), name) != members().end();
}

void Value::append(Value element)
{
    if (isNull())
        m_data = QList<Value>();
    Q_ASSERT(isArray());
    if (auto *list = std::get_if<QList<Value>>(&m_data))
        list->append(std::move(element));
}

void Value::set(const QString &name, Value value)
{
    if (isNull())
        m_data = QList<Member>();
    Q_ASSERT(isObject());
    auto *list = std::get_if<QList<Member>>(&m_data);
    if (!list)
        return;
    const auto found = findMember(*list, name);
    if (found == list->end())
        list->append(Member{name, std::move(value)});
    else
        found->value = std::move(value);
}

void Value::remove(QAnyStringView name)
{
    if (auto *list = std::get_if<QList<Member>>(&m_data))
        list->removeIf([name](const Member &member) { return member.name == name; });
}

// Spelled out: Clang 16 fails at std::variant's own comparison of a type with lists of itself.
bool Value::operator==(const Value &other) const
{
    if (m_data.index() != other.m_data.index())
        return false;
    return std::visit(
        [&other](const auto &mine) {
            using Held = std::decay_t<decltype(mine)>;
            const Held &theirs = std::get<Held>(other.m_data);
            if constexpr (std::is_same_v<Held, QList<Value>> || std::is_same_v<Held, QList<Member>>)
                return std::equal(mine.cbegin(), mine.cend(), theirs.cbegin(), theirs.cend());
            else
                return mine == theirs;
        },
        m_data);
}

} // namespace poolscope::json
