// screenshots <folder> [part of an id]...: every registered screen and state as PNG, in light, dark, Korean and small.

#include "ui/common/theme.h"
#include "ui/common/translations.h"
#include "ui/shots.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QWidget>

#include <algorithm>
#include <cstdio>

using namespace poolscope::ui;

namespace {

struct Variant
{
    QString suffix;
    Theme::Preference theme;
    QString language;
    bool small;
};

QList<Variant> variants()
{
    return {{QString(), Theme::Preference::Light, QStringLiteral("en"), false},
            {QStringLiteral("-dark"), Theme::Preference::Dark, QStringLiteral("en"), false},
            {QStringLiteral("-ko"), Theme::Preference::Light, QStringLiteral("ko"), false},
            {QStringLiteral("-small"), Theme::Preference::Light, QStringLiteral("en"), true}};
}

// The system's font and size, whatever the platform plugin without a desktop would choose.
void useSystemFont()
{
    QFont font(QStringLiteral("sans-serif"));
    font.setPixelSize(13);
    QApplication::setFont(font);
}

bool take(const Shot &shot, const Variant &variant, const QDir &folder)
{
    std::vector<std::shared_ptr<void>> keep;
    const std::unique_ptr<QWidget> widget = shot.make(keep);
    widget->resize(variant.small ? shot.size.boundedTo(ShotList::smallWindow) : shot.size);
    widget->show();
    if (!QTest::qWaitForWindowExposed(widget.get()))
        return false;
    if (shot.prepare)
        shot.prepare(widget.get());
    QTest::qWait(50);
    const QString file = folder.filePath(shot.id + variant.suffix + QStringLiteral(".png"));
    const bool saved = widget->grab().save(file);
    std::printf("%s %s\n", saved ? "made" : "could not write", qPrintable(file));
    return saved;
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
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        std::fputs("screenshots <folder> [part of an id]...\n", stderr);
        return 2;
    }
    const QDir folder(arguments.first());
    folder.mkpath(QStringLiteral("."));
    useSystemFont();
    Theme theme;
    theme.apply();
    bool allMade = true;
    for (const Variant &variant : variants()) {
        Translations translations;
        translations.install(variant.language);
        theme.setPreference(variant.theme);
        ShotList list; // its texts are made in the variant's language
        addAllShots(list);
        for (const Shot &shot : list.shots()) {
            if (isWanted(shot, arguments.mid(1)))
                allMade = take(shot, variant, folder) && allMade;
        }
    }
    return allMade ? 0 : 1;
}
