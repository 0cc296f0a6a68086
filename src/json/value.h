#pragma once

#include <QAnyStringView>
#include <QByteArray>
#include <QList>
#include <QString>

#include <concepts>
#include <optional>
#include <utility>
#include <variant>

namespace poolscope::json {

struct Member;

// A JSON value that keeps what it was: members in their order (duplicates too), numbers as their own text.
// An implicitly shared value type of 32 bytes; reentrant.
class Value
{
public:
    enum class Type { Null, Bool, Number, String, Array, Object }; // in the order of m_data

    Value();                       // null
    template<std::same_as<bool> T> // a template, so that no pointer becomes a bool
    Value(T value)
        : m_data(value)
    {
    }
    Value(int value);
    Value(qint64 value);
    Value(double value); // infinities and NaN become null
    Value(const QString &value);
    Value(QLatin1StringView value);
    Value(QList<Value> elements);
    Value(QList<Member> members);
    Value(const char *) = delete;
    static Value number(QByteArray text); // text: a JSON number, kept as it stands
    static Value array();
    static Value object();

    Value(const Value &);
    Value(Value &&) noexcept;
    Value &operator=(const Value &);
    Value &operator=(Value &&) noexcept;
    ~Value();

    Type type() const { return static_cast<Type>(m_data.index()); }
    bool isNull() const { return type() == Type::Null; }
    bool isBool() const { return type() == Type::Bool; }
    bool isNumber() const { return type() == Type::Number; }
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }

    bool toBool(bool fallback = false) const;
    QString toString(const QString &fallback = {}) const; // of a string only
    QByteArray numberText() const;                        // of a number only
    std::optional<qint64> toInteger() const; // a number without fraction that fits (1e3 and 5.0 count as integers)
    std::optional<double> toDouble() const;  // none where it does not fit: 1e400

    qsizetype size() const;                                                // of an array or object, else 0
    const QList<Value> &elements() const &;                                // empty unless an array
    QList<Value> elements() && { return std::as_const(*this).elements(); } // of a temporary: outlives it
    const QList<Member> &members() const &; // empty unless an object; in order, duplicates included
    QList<Member> members() && { return std::as_const(*this).members(); }

    // The first member of that name, or null where there is none (then contains() is false).
    Value value(QAnyStringView name) const;
    bool contains(QAnyStringView name) const;

    void append(Value element);                 // turns null into an array first
    void set(const QString &name, Value value); // replaces the first of that name or appends; turns null into an object
    void remove(QAnyStringView name);           // all of that name

    bool operator==(const Value &other) const; // order of members and the texts of numbers count

private:
    std::variant<std::monostate, bool, QByteArray, QString, QList<Value>, QList<Member>> m_data;
};

struct Member
{
    QString name;
    Value value;
    bool operator==(const Member &) const = default;
};

} // namespace poolscope::json
