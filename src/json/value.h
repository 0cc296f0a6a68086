#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace poolscope::json {

struct Member;

// A JSON value that keeps what it was: members in their order (duplicates too), numbers as their own text.
// An implicitly shared value type; reentrant.
class Value
{
public:
    enum class Type { Null, Bool, Number, String, Array, Object };

    Value() = default; // null
    Value(bool value);
    Value(int value);
    Value(qint64 value);
    Value(double value); // infinities and NaN become null
    Value(const QString &value);
    Value(QList<Value> elements);
    Value(QList<Member> members);
    Value(const char *) = delete;         // would silently become a bool
    static Value number(QByteArray text); // text: a JSON number, kept as it stands
    static Value array() { return Value(QList<Value>{}); }
    static Value object();

    Type type() const { return m_type; }
    bool isNull() const { return m_type == Type::Null; }
    bool isBool() const { return m_type == Type::Bool; }
    bool isNumber() const { return m_type == Type::Number; }
    bool isString() const { return m_type == Type::String; }
    bool isArray() const { return m_type == Type::Array; }
    bool isObject() const { return m_type == Type::Object; }

    bool toBool(bool fallback = false) const;
    QString toString(const QString &fallback = {}) const; // of a string only
    QByteArray numberText() const;                        // of a number only
    std::optional<qint64> toInteger() const; // a number without fraction that fits (1e3 and 5.0 count as integers)
    std::optional<double> toDouble() const;

    qsizetype size() const;               // of an array or object, else 0
    const QList<Value> &elements() const; // empty unless an array
    const QList<Member> &members() const; // empty unless an object; in order, duplicates included

    // The first member of that name, or null where there is none (then contains() is false).
    Value value(QStringView name) const;
    bool contains(QStringView name) const;

    void append(Value element);                 // turns null into an array first
    void set(const QString &name, Value value); // replaces the first of that name or appends; turns null into an object
    void remove(QStringView name);              // all of that name

    bool operator==(const Value &other) const; // order of members and the texts of numbers count

private:
    Type m_type = Type::Null;
    bool m_bool = false;
    QByteArray m_number;
    QString m_string;
    QList<Value> m_elements;
    QList<Member> m_members;
};

struct Member
{
    QString name;
    Value value;
    bool operator==(const Member &) const = default;
};

} // namespace poolscope::json
