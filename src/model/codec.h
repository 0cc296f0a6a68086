#pragma once

#include "model/descriptor.h"
#include "json/value.h"

#include <QStringList>

#include <tl/expected.hpp>

// One codec for every type of the model, driven by its tables. All functions are pure and reentrant.
namespace poolscope::model {

// JSON that does not have the types of the model.
struct DecodeError
{
    QString path;    // a JSON pointer: "/UserAttributes/0/Name"; empty for the root
    QString message; // one English sentence for a developer; never contains the value
};

// A constraint of the model that a request does not meet, in the service's wording (see codec.cpp for which wordings
// have been observed).
struct Violation
{
    enum class Rule { Required, MinimumLength, MaximumLength, MinimumValue, MaximumValue, Pattern, EnumValue };

    Rule rule = Rule::Required;
    QString path;    // as the service names it: "password", "userAttributes.1.member.name" (elements count from 1)
    QString pointer; // the same as a JSON pointer: "/UserAttributes/0/Name"
    QString message; // "Value at 'password' failed to satisfy constraint: ..."; no values of sensitive members
};

// Absent members are left out; members stand in the model's order.
json::Value encodeStruct(const StructDescriptor &descriptor, const void *object);
tl::expected<void, DecodeError> decodeStruct(const StructDescriptor &descriptor, const json::Value &value,
                                             void *object);

template<class T>
json::Value encode(const T &object)
{
    return encodeStruct(T::descriptor(), &object);
}

// Unknown members are ignored (see unknownMembers), null members count as absent, of duplicates the last counts,
// unknown values of enums are kept. Constraints are not checked here (see violations).
template<class T>
tl::expected<T, DecodeError> decode(const json::Value &value)
{
    T object;
    if (auto done = decodeStruct(T::descriptor(), value, &object); !done)
        return tl::unexpected<DecodeError>(std::move(done).error());
    return object;
}

// The constraints that a request does not meet, in the model's order. Members of a wrong JSON type are passed over:
// they are decodeStruct()'s to refuse.
QList<Violation> violations(const StructDescriptor &descriptor, const json::Value &value);

// "2 validation errors detected: Value at ...; Value at ..."; empty for an empty list.
QString violationMessage(const QList<Violation> &violations);

template<class T>
QList<Violation> violations(const T &object)
{
    return violations(T::descriptor(), encode(object));
}

// A copy in which every member that must not be shown is redactedMark() (core/redaction.h): a scalar or structure as a
// whole, of a map or list each value (keys are kept). What the model does not know is redacted too, because nobody can
// say what it is; the order of members is kept.
json::Value redact(const StructDescriptor &descriptor, const json::Value &value);

// JSON pointers of the members that the model does not have, in document order.
QStringList unknownMembers(const StructDescriptor &descriptor, const json::Value &value);

} // namespace poolscope::model
