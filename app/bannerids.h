#pragma once

#include <QString>

namespace poolscope {

// The banners above the pages, by what they are about. Those that end in "/" stand before an id of what they are about.
namespace bannerids {

inline const QString Keychain = QStringLiteral("keychain");
inline const QString Sandbox = QStringLiteral("sandbox");
inline const QString SandboxControls = QStringLiteral("sandboxControls");
inline const QString DemoPool = QStringLiteral("demoPool");
inline const QString Damage = QStringLiteral("damage");
inline const QString Deleted = QStringLiteral("deletedSecrets");
inline const QString Connections = QStringLiteral("connections"); // what was found at the start
inline const QString UnsavedConnections = QStringLiteral("unsavedConnections");
inline const QString Renewal = QStringLiteral("renewal");
inline const QString DamagedSecret = QStringLiteral("damagedSecret/"); // and the connection's id
inline const QString DamagedKeys = QStringLiteral("damagedKeys/");     // and the connection's id
inline const QString UnkeptSecret = QStringLiteral("unkept/");         // and the secret's key
inline const QString AwsKeys = QStringLiteral("awsKeys");
inline const QString Clock = QStringLiteral("clock");

} // namespace bannerids

} // namespace poolscope
