// screenshots [--only light|dark|ko|small] <folder> [part of an id]...: every registered screen and state as PNG, in
// light, dark, Korean and small. Ends with 1 where a state did not come about: its picture is not made then.

#include "ui/common/theme.h"
#include "ui/common/translations.h"
#include "ui/shots.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>
#include <QWidget>

#include <algorithm>
#include <cstdio>

using namespace poolscope::ui;

namespace {

struct Variant
{
    QString name;
    Theme::Preference theme;
    QString language;
    bool small;
};

QList<Variant> variants()
{
    return {{QStringLiteral("light"), Theme::Preference::Light, QStringLiteral("en"), false},
            {QStringLiteral("dark"), Theme::Preference::Dark, QStringLiteral("en"), false},
            {QStringLiteral("ko"), Theme::Preference::Light, QStringLiteral("ko"), false},
            {QStringLiteral("small"), Theme::Preference::Light, QStringLiteral("en"), true}};
}

// The system's font and size, whatever the platform plugin without a desktop would choose.
void useSystemFont()
{
    QFont font(QStringLiteral("sans-serif"));
    font.setPixelSize(13);
    QApplication::setFont(font);
}

QString fileName(const Shot &shot, const Variant &variant)
{
    const QString suffix = variant.name == u"light" ? QString() : u'-' + variant.name;
    return shot.id + suffix + QStringLiteral(".png");
}

void take(const Shot &shot, const Variant &variant, const QString &file)
{
    std::vector<std::shared_ptr<void>> keep;
    const std::unique_ptr<QWidget> widget = shot.make(keep);
    widget->resize(variant.small ? shot.size.boundedTo(ShotList::smallWindow) : shot.size);
    widget->show();
    if (!QTest::qWaitForWindowExposed(widget.get()))
        throw StateMissed(QStringLiteral("The window did not come."));
    if (shot.prepare)
        shot.prepare(widget.get());
    QTest::qWait(50);
    if (!widget->grab().save(file))
        throw StateMissed(QStringLiteral("The file could not be written."));
}

bool isTaken(const Shot &shot, const Variant &variant, const QDir &folder)
{
    const QString file = folder.filePath(fileName(shot, variant));
    QFile::remove(file); // what an earlier run left
    try {
        take(shot, variant, file);
    } catch (const StateMissed &missed) {
        std::printf("missed %s: %s\n", qPrintable(file), missed.what());
        return false;
    }
    std::printf("made %s\n", qPrintable(file));
    return true;
}

bool isWanted(const Shot &shot, const QStringList &parts)
{
    return parts.isEmpty() ||
           std::any_of(parts.cbegin(), parts.cend(), [&](const QString &part) { return shot.id.contains(part); });
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStringList arguments = QApplication::arguments().mid(1);
    QString only;
    if (arguments.size() > 1 && arguments.first() == u"--only") {
        only = arguments.at(1);
        arguments = arguments.mid(2);
    }
    if (arguments.isEmpty()) {
        std::fputs("screenshots [--only light|dark|ko|small] <folder> [part of an id]...\n", stderr);
        return 2;
    }
    const QDir folder(arguments.first());
    folder.mkpath(QStringLiteral("."));
    useSystemFont();
    Theme theme;
    theme.apply();
    int made = 0;
    int missed = 0;
    for (const Variant &variant : variants()) {
        if (!only.isEmpty() && variant.name != only)
            continue;
        Translations translations;
        translations.install(variant.language);
        theme.setPreference(variant.theme);
        ShotList list; // its texts are made in the variant's language
        addAllShots(list);
        for (const Shot &shot : list.shots()) {
            if (isWanted(shot, arguments.mid(1)))
                ++(isTaken(shot, variant, folder) ? made : missed);
        }
    }
    std::printf("%d made, %d missed\n", made, missed);
    return made > 0 && missed == 0 ? 0 : 1;
}
