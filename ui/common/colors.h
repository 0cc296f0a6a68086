#pragma once

#include <QColor>
#include <QPalette>

class QWidget;

namespace poolscope::ui {

// The program's colours by what they mean. Which of the two sets applies is read from the palette at hand, so a
// widget needs no reference to a theme: repainting after QEvent::PaletteChange is enough.
enum class ColorRole {
    Window,
    Base,
    Alternate,
    Text,
    Muted,
    Line,        // hairlines: separators, card borders
    FieldBorder, // borders of what can be operated: 3:1 against the ground
    Accent,
    AccentGround,
    OnAccent, // text on a filled accent
    Good,
    GoodGround,
    Caution,
    CautionGround,
    Bad,
    BadGround,
    Development, // edge of a development connection
    TokenHeader,
    TokenPayload,
    TokenSignature,
};

// What a chip, a callout or an icon says, besides its words.
enum class Tone { Neutral, Accent, Good, Caution, Bad };

bool isDark(const QPalette &palette);
QColor color(ColorRole role, bool dark);
QColor color(ColorRole role, const QPalette &palette);
QColor color(ColorRole role, const QWidget *widget);
ColorRole textRole(Tone tone);
ColorRole groundRole(Tone tone);

QPalette lightPalette();
QPalette darkPalette();

// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace poolscope::ui
