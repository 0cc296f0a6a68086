#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionFrame;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QRect;
class QWidget;

namespace poolscope::ui {

// The shapes that Style draws itself.
void paintButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
void paintToolButton(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void paintField(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void paintFocusRing(const QStyleOption &option, QPainter *painter);
void paintCheckBox(const QStyleOption &option, QPainter *painter);
void paintRadioButton(const QStyleOption &option, QPainter *painter);
void paintHeaderSection(const QStyleOptionHeader &option, QPainter *painter);
void paintFrame(const QStyleOption &option, QPainter *painter);
void paintArrow(const QRect &area, QPainter *painter, const QStyleOption &option);
void paintScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QRect &slider, const QWidget *widget);

} // namespace poolscope::ui
