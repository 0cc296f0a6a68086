#pragma once

#include "ui/screenbench.h"

#include <QStringList>

#include <functional>

// Everything that keeps a user out and that the sandbox can produce.
namespace poolscope::ui {

inline const QString troublePassword = QStringLiteral("Correct-horse-7");

struct Trouble
{
    const char *name;
    std::function<QString(ScreenBench &)> make; // gives what is typed
    QStringList causes;                         // in the order in which they are shown
    QStringList actions;                        // of the first
};

QList<Trouble> troubles();

// Opens a pool with an app client of these settings.
void openPool(ScreenBench &bench, idp::CreateUserPoolRequest pool, const QStringList &flows = {},
              const QString &existence = {});
// A user as an administrator makes one; without a password the invitation is open.
void addNamed(ScreenBench &bench, const QString &name, const QMap<QString, QString> &attributes,
              const QString &password = troublePassword);
void signUpAt(ScreenBench &bench, const QString &name, const QMap<QString, QString> &attributes = {});

} // namespace poolscope::ui
