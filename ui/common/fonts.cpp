#include "ui/common/fonts.h"

#include <QFontInfo>
#include <QStringList>

namespace poolscope::ui {

namespace {

QFont scaled(QFont font, double by)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * by);
    else
        font.setPixelSize(qRound(font.pixelSize() * by));
    return font;
}

} // namespace

QFont monospaceFont(const QFont &base)
{
    QFont font = scaled(base, 0.95);
    // The family behind the alias: an alias in a list loses against the families that follow. Those of the base stay,
    // for the letters that a monospaced family lacks.
    const QString family = QFontInfo(QFont(QStringLiteral("monospace"))).family();
    font.setFamilies(QStringList{family} + base.families());
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

QFont boldFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont(const QFont &base)
{
    return scaled(base, 0.85);
}

QFont titleFont(const QFont &base)
{
    return boldFont(scaled(base, 1.4));
}

} // namespace poolscope::ui
