#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace poolscope {

struct WindowOptions
{
    QString profileDir;         // empty: the usual folders
    QString language;           // "en", "ko"; empty: as in the settings
    QString theme;              // "light", "dark", "system"; empty: as in the settings
    quint16 sandboxPort = 9229; // tried first; when it is taken any free one
    bool keychain = true;
};

struct CommandLineEnd
{
    int exitCode = 0;
    QString text; // for stdout when exitCode is 0, otherwise for stderr
};

// The options of the window; those of Qt, which QApplication takes for itself, are passed over. Help, version and bad
// options end the program with a text, in the language that the application's translators give. `arguments`: as the
// program got them, its own name first.
tl::expected<WindowOptions, CommandLineEnd> parseWindowOptions(const QStringList &arguments);

} // namespace poolscope
