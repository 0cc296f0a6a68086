#pragma once

#include <QString>

namespace poolscope {

// The banners above the pages, by what they are about: Application shows, hides and answers them in several files.
namespace bannerids {

inline const QString Keychain = QStringLiteral("keychain");
inline const QString Sandbox = QStringLiteral("sandbox");
inline const QString SandboxControls = QStringLiteral("sandboxControls");
inline const QString DemoPool = QStringLiteral("demoPool");
inline const QString Damage = QStringLiteral("damage");
inline const QString Deleted = QStringLiteral("deletedSecrets");
inline const QString Connections = QStringLiteral("connections");

} // namespace bannerids

} // namespace poolscope
