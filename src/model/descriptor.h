#pragma once

#include <QLatin1StringView>
#include <QString>

#include <span>

// The services as tables. The tables are made at build time from resources/model (facts only: names, types, limits,
// enums, errors, authorisation) by generator/generate.py; they are constant data, so everything here is thread-safe.
namespace poolscope::model {

struct OperationDescriptor;
struct StructDescriptor;
struct TypeAccess;

// How a call proves who it comes from. Everything but SigV4 goes out without an Authorization header: the proof, where
// there is one, is a member of the request.
enum class Authorization { None, AccessToken, AccessTokenOrSession, Session, RefreshToken, FeedbackToken, SigV4 };

// What a call does, as far as repeating it and read-only connections care. Reads may be repeated at will. UsesSession
// opens, renews, uses up or ends a session or token of its own user. SendsCode may itself send a mail or an SMS, whatever
// else it changes. Writes changes the pool or a user. Destroys removes what cannot be brought back.
enum class Effect { Reads, UsesSession, SendsCode, Writes, Destroys };

// In C++: String and Enum QString, Integer qint64, Boolean bool, Timestamp double (seconds since 1970-01-01 UTC), Blob
// QByteArray (base64 on the wire), Document json::Value, List QList<T>, Map QMap<QString, T>, Struct the struct.
enum class Kind { String, Integer, Boolean, Timestamp, Blob, Document, Enum, List, Map, Struct };

struct EnumDescriptor
{
    QLatin1StringView name;
    std::span<const QLatin1StringView> values; // those known to the model; the service may send others
};

struct TypeDescriptor
{
    Kind kind;
    const TypeDescriptor *element = nullptr;     // of List and Map
    const StructDescriptor *structure = nullptr; // of Struct
    const EnumDescriptor *enumeration = nullptr; // of Enum
    const TypeAccess *access = nullptr;          // for the codec
};

inline constexpr qint64 noLimit = -1; // the model knows no negative limits

struct MemberDescriptor
{
    QLatin1StringView name;  // on the wire: "UserPoolId"
    QLatin1StringView field; // in C++ and in the service's messages: "userPoolId"
    const TypeDescriptor *type = nullptr;
    std::size_t offset = 0; // of the std::optional inside the struct
    bool required = false;
    bool sensitive = false;         // by the service's own marks: its messages leave the value out
    bool redacted = false;          // never shown: sensitive, or marked by us (codes, session tokens)
    qint64 minimum = noLimit;       // of a string's code points, a list's or map's size, a blob's bytes, a number
    qint64 maximum = noLimit;       // the same
    QLatin1StringView pattern = {}; // a regular expression that the whole string must match; empty: none
    std::span<const QLatin1StringView> redactedKeys = {}; // of a map that is not redacted itself: keys that are
};

struct StructDescriptor
{
    QLatin1StringView name;
    std::span<const MemberDescriptor> members; // in the model's order

    const MemberDescriptor *find(QStringView memberName) const; // by the name on the wire; null where there is none
};

struct ServiceDescriptor
{
    QLatin1StringView id;                                   // "cognito-idp"
    QLatin1StringView targetPrefix;                         // "AWSCognitoIdentityProviderService"
    QLatin1StringView signingName;                          // for SigV4's credential scope
    std::span<const OperationDescriptor *const> operations; // by name
    std::span<const StructDescriptor *const> structs;       // by name
};

struct OperationDescriptor
{
    QLatin1StringView name; // "SignUp"
    const ServiceDescriptor *service = nullptr;
    Authorization authorization = Authorization::None;
    Effect effect = Effect::Reads;
    const StructDescriptor *input = nullptr;   // never null
    const StructDescriptor *output = nullptr;  // never null; without members where the operation answers nothing
    bool hasOutput = false;                    // the output has members: an empty body on a 200 is wrong
    std::span<const QLatin1StringView> errors; // the exceptions that the model names for it
};

// The types that stand for themselves in every service.
namespace types {
extern const TypeDescriptor text;
extern const TypeDescriptor integer;
extern const TypeDescriptor boolean;
extern const TypeDescriptor timestamp;
extern const TypeDescriptor blob;
extern const TypeDescriptor document;
} // namespace types

const ServiceDescriptor &cognitoIdp();
const ServiceDescriptor &cognitoIdentity();

// By the exact name; null where the service has no such operation.
const OperationDescriptor *findOperation(const ServiceDescriptor &service, QStringView name);

// By the exact name, a structure of the service's model, whichever operation uses it; null where there is none.
const StructDescriptor *findStruct(const ServiceDescriptor &service, QStringView name);

QString toString(Effect effect);
QString toString(Authorization authorization);

} // namespace poolscope::model
