#pragma once

#include "sandbox/records.h"
#include "sandbox/rules/refusal.h"

// The schema of a pool's attributes and who may read and write them. Pure.
namespace poolscope::sandbox {

using Schema = QList<idp::SchemaAttributeType>;

// The attributes every pool has, with their types and limits.
Schema standardSchema();

// What developer-only attributes are called: dev:custom:… (recalled) or like the other custom ones.
enum class DeveloperNames { DevCustom, Custom };

// The standard ones changed by what CreateUserPool names, then the custom ones with their prefix: "custom:", and that of
// developer-only ones. Refuses required custom attributes and names that stand twice.
Outcome<Schema> schemaFor(const Schema &wanted, DeveloperNames names = DeveloperNames::DevCustom);

// With the custom attributes of AddCustomAttributes. At most 50 of them; names stand once (the texts are not verified).
Outcome<Schema> extendedSchema(const Schema &schema, const Schema &added,
                               DeveloperNames names = DeveloperNames::DevCustom);

const idp::SchemaAttributeType *findAttribute(const Schema &schema, QStringView name);

enum class Writer {
    Client,       // through an app client: ReadAttributes and WriteAttributes count
    Administrator // may also write email_verified, phone_number_verified and developer-only attributes
};

// Names, permissions, types, lengths and formats of what is written. Not whether required ones are missing.
// The order between these checks is inferred.
Outcome<void> checkAttributes(const Schema &schema, const QList<UserAttribute> &attributes, Writer writer,
                              const std::optional<QStringList> &writeAttributes = {});

QStringList missingAttributes(const Schema &schema, const QList<UserAttribute> &attributes); // required and absent
Outcome<void> checkRequired(const Schema &schema, const QList<UserAttribute> &attributes);

// Attributes that are required are always writable; without an explicit list all but those of the service are.
bool isWritable(const idp::SchemaAttributeType &definition, const std::optional<QStringList> &writeAttributes);
bool isReadable(QStringView name, const std::optional<QStringList> &readAttributes);

// Names of ReadAttributes or WriteAttributes must stand in the schema. kind: "read" or "write" (text recalled).
Outcome<void> checkPermissionList(const Schema &schema, const std::optional<QStringList> &names, QStringView kind);

} // namespace poolscope::sandbox
