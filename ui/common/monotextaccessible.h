#pragma once

namespace poolscope::ui {

// Makes every MonoTextView tell assistive technology its text; the second and later calls do nothing.
void installMonoTextAccessible();

} // namespace poolscope::ui
